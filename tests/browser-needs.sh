#!/bin/sh
# The browser tests need Chromium, Chinese fonts and a library of Playwright's driver: from Debian when root, else say so.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1 || missing="$missing fonts-noto-cjk"
ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 || missing="$missing libatomic1"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "测试要用真的浏览器，还缺：$missing。请让管理员运行：apt-get update && apt-get install$missing" >&2
    exit 2
fi
echo "正在安装测试要用的$missing …" >&2
log=$(mktemp)
# shellcheck disable=SC2086 - the list is meant to be split
if apt-get update -qq >"$log" 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 \
    install -y -qq --no-install-recommends $missing >>"$log" 2>&1; then
    rm -f "$log"
else
    cat "$log" >&2
    echo "没有装上$missing，上面是 apt-get 的原话。" >&2
    exit 2
fi
