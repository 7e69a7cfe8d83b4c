# make site: the site. make test: all tests. make serve: preview. Nothing else is needed.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test test-all serve audit bench bench-search pictures lock clean

site: .venv/.ready
	@$(BIN)/gongkai convert
	@$(BIN)/gongkai check
	@$(BIN)/gongkai build

serve: .venv/.ready
	@$(BIN)/gongkai serve

test: .venv/.ready-test
	@sh tests/browser-needs.sh
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile

# In real Chromium: can everybody use the site? The figures go into the accessibility statement.
audit: .venv/.ready-test site
	@sh tests/browser-needs.sh
	$(BIN)/gongkai audit --write

# The same with axe on every page kind x scheme x width x state: about half an hour
test-all: test
	$(BIN)/pytest -n 2 --whole-matrix tests/browser/test_matrix.py

bench: .venv/.ready-test
	$(BIN)/python tests/bench/bench_reports.py

# Search, alone or beside others: BENCH="--pages 3708 10000 --pagefind PROGRAM --material PYTHON"
bench-search: .venv/.ready-test
	@sh tests/browser-needs.sh
	$(BIN)/python tests/bench/bench_search.py $(BENCH)

# Pictures of every page kind, to be looked at: pictures/
pictures: .venv/.ready-test
	@sh tests/browser-needs.sh
	$(BIN)/python tests/pictures.py

# Install just what the lock files say, by hash; pip is asked for nothing else.
.venv/.ready: requirements.lock pyproject.toml
	@sh scripts/venv.sh "$(PYTHON)" .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.ready-test: requirements-test.lock .venv/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

# Make the lock files anew after a change of pyproject.toml.
lock: .venv/.ready
	$(BIN)/python -m pip install --quiet 'pip-tools>=7.4'
	$(BIN)/pip-compile $(LOCK) --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra test --output-file requirements-test.lock pyproject.toml
LOCK := --quiet --upgrade --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --all-build-deps

clean:
	rm -rf .venv .cache site
