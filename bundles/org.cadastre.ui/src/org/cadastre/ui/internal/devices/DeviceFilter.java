package org.cadastre.ui.internal.devices;

/**
 * Shows only devices that have a certain text in a column.
 *
 * @param column id of the column
 * @param value the whole text of the cell; empty for devices that have none
 */
public record DeviceFilter(String column, String value) {
}
