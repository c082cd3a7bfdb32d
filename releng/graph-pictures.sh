#!/usr/bin/env bash
# Draws the unpleasant graphs of the tests into docs/images, to be looked at: ./releng/graph-pictures.sh [FOLDER]
# Builds what is not built yet. Needs no display.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

java_home=$(./cadastre --print-java-home)
products=releng/org.cadastre.product/target/products
classes=tests/org.cadastre.analysis.tests/target/classes
if [ ! -d "$products" ] || [ ! -d "$classes" ]; then
    ./mvnw --quiet package -DskipTests
fi
plugins=$(find "$products" -type d -path '*/linux/gtk/x86_64/*' -name plugins | head -1)

folder=${1:-docs/images}
"$java_home/bin/java" -Djava.awt.headless=true -cp "$classes:$(printf '%s:' "$plugins"/*.jar)" \
    org.cadastre.analysis.tests.GraphPictures "$folder" | while read -r file; do
    # ImageMagick: few colours are enough.
    convert "$file" +dither -colors 40 -define png:compression-level=9 "png8:$file"
done
