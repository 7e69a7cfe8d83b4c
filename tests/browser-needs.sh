#!/bin/sh
# The browser tests need Chromium and Chinese fonts: install from Debian when root, else say so.
set -eu
missing=""
if ! command -v chromium >/dev/null 2>&1; then missing="$missing chromium"; fi
if ! ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1; then missing="$missing fonts-noto-cjk"; fi
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "测试要用真的浏览器，还缺：$missing。请让管理员运行：apt-get update && apt-get install$missing" >&2
    exit 2
fi
echo "正在安装测试要用的$missing …" >&2
apt-get update -qq
# shellcheck disable=SC2086 - the list is meant to be split
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 install -y -qq --no-install-recommends $missing >/dev/null
