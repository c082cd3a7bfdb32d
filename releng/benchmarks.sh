#!/usr/bin/env bash
# Runs the benchmarks that the arguments name, or all (docs/benchmarks.md): ./releng/benchmarks.sh [NAME...]
# Builds what is not built yet. Options for Java, such as -Dhosts=500, are taken from JAVA_OPTIONS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

java_home=$(./cadastre --print-java-home)
products=releng/org.cadastre.product/target/products
benchmarks=tests/org.cadastre.benchmarks/target/classes
if [ ! -d "$products" ] || [ ! -d "$benchmarks" ]; then
    ./mvnw --quiet package -DskipTests
fi
plugins=$(find "$products" -type d -path '*/linux/gtk/x86_64/*' -name plugins | head -1)

# shellcheck disable=SC2086 # several options in one variable
exec "$java_home/bin/java" ${JAVA_OPTIONS:-} -cp "$benchmarks:tests/org.cadastre.testing/target/classes:$(printf '%s:' "$plugins"/*.jar)" org.cadastre.benchmarks.Benchmarks "$@"
