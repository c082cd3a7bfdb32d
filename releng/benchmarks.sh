#!/usr/bin/env bash
# Runs the benchmarks named, or all of them; --list tells their names. docs/benchmarks.md says what the figures mean.
#
# Runs the product of this checkout with the bundles as they were built last, so after a change of one bundle it is enough
# to build that: ./mvnw package -DskipTests -pl tests/org.cadastre.benchmarks -am
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

java=$(./cadastre --print-java-home)/bin/java
install=$PWD/releng/org.cadastre.product/target/products/org.cadastre.product/linux/gtk/x86_64/cadastre
if [ ! -d "$install/plugins" ] || ! ls tests/org.cadastre.benchmarks/target/*-SNAPSHOT.jar >/dev/null 2>&1; then
    echo "Building Cadastre and its benchmarks; this takes some minutes ..." >&2
    ./mvnw --quiet package -DskipTests
fi

# The product's list of bundles, ours replaced by those that the build made last, with the benchmarks.
configuration=$PWD/target/benchmarks/configuration
mkdir -p "$configuration"
own=
for bundle in bundles/org.cadastre.* tests/org.cadastre.testing tests/org.cadastre.benchmarks; do
    name=$(basename "$bundle")
    case $name in org.cadastre.ui*) continue ;; esac
    own="$own,reference\\:file\\:$PWD/$bundle/target/$name-0.1.0-SNAPSHOT.jar@4"
done
sed -E -e "s|,reference..file..org\.cadastre\.[^,]*||g" -e "s|^(osgi.bundles=.*)|\1${own//\\/\\\\}|" \
    -e "s|^osgi.framework=.*|osgi.framework=file\\\\:$install/$(cd "$install" && ls plugins/org.eclipse.osgi_*.jar)|" \
    "$install/configuration/config.ini" >"$configuration/config.ini.new"
# Equinox keeps its cache as long as the list and the bundles are the same ones.
if ! cmp -s "$configuration/config.ini.new" "$configuration/config.ini" ||
    [ -n "$(find bundles tests -path '*/target/*-SNAPSHOT.jar' -newer "$configuration/config.ini")" ]; then
    rm -rf "$configuration"/org.eclipse.*
    mv "$configuration/config.ini.new" "$configuration/config.ini"
fi

options="--enable-native-access=ALL-UNNAMED -XX:+UseParallelGC -XX:-UsePerfData"
"$java" --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1 && options="$options --sun-misc-unsafe-memory-access=allow"
# shellcheck disable=SC2086
exec "$java" -Djava.awt.headless=true "-Dcadastre.checkout=$PWD" "-Djava.util.logging.config.file=$install/logging.properties" \
    $options ${CADASTRE_JAVA_OPTIONS:-} -jar "$install"/plugins/org.eclipse.equinox.launcher_*.jar \
    -application org.cadastre.benchmarks.application -nosplash -data @none -configuration "$configuration" "$@"
