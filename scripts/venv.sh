#!/bin/sh
# Make a virtual environment: venv.sh PYTHON FOLDER. Says in Chinese what is missing.
set -eu
python=$1
folder=$2

if ! command -v "$python" >/dev/null 2>&1 || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "需要 Python 3.11 或更新的版本。Debian 上可以运行：apt-get update && apt-get install python3 python3-venv" >&2
    exit 2
fi
if "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "正在安装 python3-venv …" >&2
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 install -y -qq --no-install-recommends \
            python3-venv >/dev/null 2>&1 || { echo "没有装上 python3-venv。请手工安装后再试。" >&2; exit 2; }
    else
        echo "缺少 python3-venv。请让管理员运行：apt-get update && apt-get install python3-venv" >&2
        exit 2
    fi
fi
echo "正在准备运行环境 $folder …" >&2
"$python" -m venv --clear "$folder"
