# Shared by ./demo and ./check, which source it from the top of the checkout: locale, JDK, Maven and
# browser. Says nothing when there is nothing to do; ends the caller, with one line, when it cannot go on.

prepare() {
  use_utf8
  require_jdk
  require_maven
  require_browser
}

say() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
}

fail() {
  say "$1"
  exit 1
}

# A bare machine's locale is ASCII; the names of goals, pages and tests are not.
use_utf8() {
  if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
  fi
}

# Sets JAVA_HOME: without it, the Maven wrapper wants javac in the PATH.
require_jdk() {
  if [ -z "${JAVA_HOME:-}" ]; then
    JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || true
    [ -n "$JAVA_HOME" ] || fail "JDK 17 or newer is needed, and no java was found."
    export JAVA_HOME
  fi
  [ -x "$JAVA_HOME/bin/javac" ] ||
    fail "JDK 17 or newer is needed, and $JAVA_HOME has no compiler (bin/javac)."
  version=$("$JAVA_HOME/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]\)/\1/p')
  major=${version%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] ||
    fail "JDK 17 or newer is needed, and $JAVA_HOME is version ${version:-unknown}."
}

# The first run downloads Maven. A failure there is a stack trace or several lines: one is enough.
require_maven() {
  output=$(./mvnw -v 2>&1 </dev/null) || fail "Maven cannot be started: $(
    printf '%s\n' "$output" | grep -v '^[[:space:]]' | head -n 1
  )"
}

require_browser() {
  # Someone who names a browser or a grid has one.
  [ -z "${MIDA_BROWSER_BINARY:-}${MIDA_GRID_URL:-}" ] || return 0

  if has_chrome; then
    return 0 # Selenium Manager finds the driver that belongs to it.
  elif ! works chromium; then
    get_packages chromium chromium-driver
  elif ! works chromedriver; then
    get_packages chromium-driver
  fi
}

has_chrome() {
  works google-chrome || works google-chrome-stable || works chromium-browser ||
    [ -d "/Applications/Google Chrome.app" ]
}

# Being in the PATH is not enough: on Ubuntu chromium-browser may be a script that asks for a snap.
works() {
  command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1 </dev/null
}

get_packages() {
  if is_debian && may_install; then
    apt_install "$@"
  elif is_debian; then
    say "missing: $*. Selenium Manager will try to download it; better: sudo apt-get install $*"
  else
    say "no Chrome or Chromium with its driver found: Selenium Manager will try to download them."
  fi
}

is_debian() {
  [ -r /etc/os-release ] && [ "$(. /etc/os-release && echo "${ID:-}")" = debian ]
}

may_install() {
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt_install() {
  say "installing $* (apt-get) ..."
  if ! output=$(
    {
      as_root apt-get -q update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 \
          install -y --no-install-recommends "$@"
    } 2>&1 </dev/null
  ); then
    fail "apt-get could not install $*: $(printf '%s\n' "$output" | sed -n '/^E:/p;$p' | head -n 1)"
  fi
}
