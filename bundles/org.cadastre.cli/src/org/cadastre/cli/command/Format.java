package org.cadastre.cli.command;

/** How a result is written. Named as the user types it. */
enum Format {
    text, json
}
