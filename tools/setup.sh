#!/bin/sh
# Makes .venv and puts exactly the locked packages into it: "tools/setup.sh base" to run, "tools/setup.sh dev" to
# test as well, "tools/setup.sh bench" to measure beside other packages too. Done before with the same lock files, or
# with those of a larger set, it does nothing.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
wanted=${1:?base, dev or bench}
venv=$root/.venv
stamp=$venv/installed

stop() { # in Korean and in English
    printf '✗ %s\n  %s\n' "$1" "$2" >&2
    exit 1
}

found_python() {
    for name in ${PYTHON:-python3.11 python3}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

has_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

install_venv() { # Debian keeps it in a package of its own
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return
    echo "python3-venv 설치 … / installing python3-venv …"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv; } >/dev/null
}

make_venv() {
    python=$(found_python)
    [ -n "$python" ] || stop "Python 3.11 이상이 없습니다. ‘apt-get install python3’으로 설치해 주십시오." \
        "There is no Python 3.11 or newer. Install it with ‘apt-get install python3’."
    has_venv "$python" || { install_venv && has_venv "$python"; } ||
        stop "Python의 venv가 없습니다. ‘apt-get install python3-venv’로 설치해 주십시오." \
            "Python comes without venv. Install it with ‘apt-get install python3-venv’."
    rm -rf "$venv"
    "$python" -m venv "$venv"
    # whatever starts in this environment finds the product's own packages; the path is a relative one because
    # Python reads it in the encoding of the locale
    echo ../../../../src >"$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/madang.pth"
    printf '#!/bin/sh\nexec "%s" -X utf8 -m madang.launch "$@"\n' "$venv/bin/python" >"$venv/bin/madang"
    chmod +x "$venv/bin/madang"
}

pip_install() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes "$@"
}

install_packages() { # from a lock file, with uv when it can be had; uv itself does not stay
    installer=$(mktemp -d)
    trap 'rm -rf "$installer"' EXIT
    if pip_install --target "$installer" -r requirements/installer.txt; then
        "$installer/bin/uv" pip sync --quiet --python "$venv/bin/python" --require-hashes "$1" && return
    fi
    echo "uv 없이 pip으로 설치합니다. / Installing with pip, without uv."
    pip_install -r "$1"
}

fingerprint() { # of a lock file, and of where this environment lies
    { echo "$venv" && cat "$1"; } | sha256sum | cut -c1-64
}

holds() { # whether the environment was filled from the lock file of that name as it is now
    [ -f "$stamp" ] && grep -qx "$1 $(fingerprint "requirements/$1.txt")" "$stamp"
}

# the environment for tests holds all that running needs, the one for measuring all that tests need
case $wanted in
    base) enough="base dev bench" ;;
    dev) enough="dev bench" ;;
    *) enough=$wanted ;;
esac
for one in $enough; do
    if holds "$one"; then exit 0; fi
done

# an environment that was half made, or made in another place, is made anew
"$venv/bin/python" -c 'import pip' 2>/dev/null && [ -f "$venv/place" ] && [ "$(cat "$venv/place")" = "$venv" ] || make_venv
echo "$venv" >"$venv/place"
rm -f "$stamp"
echo "패키지 설치 ($wanted) … / installing packages ($wanted) …"
began=$(date +%s)
install_packages "requirements/$wanted.txt"
echo "$wanted $(fingerprint "requirements/$wanted.txt")" >"$stamp"
echo "패키지 설치 끝 ($(($(date +%s) - began)) s) / packages installed"
