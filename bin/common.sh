# Shared by the scripts of the project: finds the tools and says what to install. Sourced, not run.
# shellcheck shell=bash

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
java_release=25
java=

# The launcher's own variables are no settings of the program, which refuses what it does not know.
java_options=${VITRINE_JAVA_OPTS:-}
# shellcheck disable=SC2034 # for the launcher
ahead_of_time=${VITRINE_AOT:-on}
unset VITRINE_JAVA_OPTS VITRINE_AOT
node_release=20

say() { printf '%s\n' "vitrine: $*" >&2; }

fail() {
  say "$@"
  exit 1
}

# The Java release of a home, or nothing.
release_of() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

java_candidates() {
  local path
  printf '%s\n' "${VITRINE_JAVA_HOME:-}" "${JAVA_HOME:-}"
  path=$(command -v java 2>/dev/null) && path=$(readlink -f -- "$path") && printf '%s\n' "${path%/bin/java}"
  printf '%s\n' /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/*
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$java_release" 2>/dev/null || true
  fi
}

# Sets JAVA_HOME and $java to a JDK of the right release.
find_java() {
  local home
  while IFS= read -r home; do
    if [ -n "$home" ] && [ "$(release_of "$home")" = "$java_release" ]; then
      export JAVA_HOME="$home"
      # shellcheck disable=SC2034 # for the scripts that source this
      java="$home/bin/java"
      unset VITRINE_JAVA_HOME
      return
    fi
  done < <(java_candidates)
  fail "no JDK $java_release found. Install one, such as Eclipse Temurin $java_release" \
    "(Debian: apt install temurin-$java_release-jdk, macOS: brew install --cask temurin@$java_release," \
    "SDKMAN: sdk install java $java_release-tem), or set VITRINE_JAVA_HOME to it."
}

find_maven() {
  if [ -x "$root/mvnw" ]; then
    maven="$root/mvnw"
    return
  fi
  maven=$(command -v mvn) || fail "no Maven found. Install Maven 3.8 or newer (Debian: apt install maven, macOS: brew install maven)."
}

find_node() {
  local version
  version=$(node --version 2>/dev/null || true)
  version=${version#v}
  if ! command -v npm >/dev/null 2>&1 || [ "${version%%.*}" -lt "$node_release" ] 2>/dev/null || [ -z "$version" ]; then
    fail "no Node $node_release or newer with npm found. Install it (Debian: apt install nodejs npm, macOS: brew install node)."
  fi
}

run_maven() {
  find_java
  find_maven
  find_node
  (
    cd "$root" || exit
    # Maven 3's own libraries use what JDK 25 warns about.
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
    "$maven" -Dstyle.color=never "$@"
  )
}

# Flags of every run; the ahead-of-time cache holds only for the same ones.
java_flags() {
  flags=(--enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xmx512m)
  if [ -n "$java_options" ]; then
    local more
    read -r -a more <<<"$java_options"
    flags+=("${more[@]}")
  fi
}

# An import streams: with few young objects it stays under 1 GB beside the engine's share.
import_flags() {
  java_flags
  flags=(-Xmn64m "${flags[@]}")
}
