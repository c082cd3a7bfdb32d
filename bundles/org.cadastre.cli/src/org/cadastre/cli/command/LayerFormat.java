package org.cadastre.cli.command;

/** How a layer is printed. Named as the user types it. */
enum LayerFormat {
    text, json, graphml, svg, drawio
}
