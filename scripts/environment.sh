# Sourced by try.sh and test.sh: a virtual environment in the checkout, made by Python's own means.

# Where a package of Debian's is missing and we may install it, install it; else say what to do.
need() {
    local package
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 && continue
        if [ "$(id -u)" = 0 ]; then
            [ -n "${UPDATED:-}" ] || { apt-get update -qq >&2; UPDATED=1; }
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
        else
            echo "Thiếu gói $package. Hãy chạy: sudo apt-get install $package" >&2
            return 1
        fi
    done
}

# make_environment FOLDER SPEC...: an environment with the checkout installed.
make_environment() {
    local folder=$1
    shift
    if [ ! -x "$folder/bin/pip" ]; then
        "${PYTHON:-python3}" -m venv "$folder" 2>/dev/null || { need python3-venv && "${PYTHON:-python3}" -m venv --clear "$folder"; }
    fi
    "$folder/bin/pip" install --quiet --disable-pip-version-check "$@"
}
