#!/bin/sh
# Sees to the browser that the browser tests drive: Debian's chromium, installed when we may.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "chromium 설치 … / installing chromium …"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null && exit 0
fi
printf '✗ %s\n  %s\n' \
    "브라우저 시험에 쓸 chromium이 없습니다. 관리자로 ‘apt-get install chromium’을 실행해 주십시오." \
    "There is no chromium for the browser tests. Run ‘apt-get install chromium’ as root." >&2
exit 1
