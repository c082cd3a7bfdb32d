package org.cadastre.compare.condense;

import java.util.List;

/**
 * Changes that belong together.
 *
 * @param title one line for people, e.g. "41 packages: version changed on 12 devices"
 * @param changes two or more; a single one is no group
 */
public record Condensed(String title, List<ChangeOnDevice> changes) {
}
