package org.cadastre.export.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a reader sees it: cells by sheet, column title and the text of the row's cell in another column. */
final class ReadBack implements AutoCloseable {

    private final XSSFWorkbook workbook;

    ReadBack(Path file) throws IOException {
        try {
            workbook = new XSSFWorkbook(file.toFile());
        } catch (InvalidFormatException fault) {
            throw new IOException(fault);
        }
    }

    List<String> sheets() {
        return IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName).toList();
    }

    XSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    List<String> titles(String sheet) {
        List<String> titles = new ArrayList<>();
        sheet(sheet).getRow(0).forEach(cell -> titles.add(cell.getStringCellValue()));
        return titles;
    }

    /** The cell of a column in the first row that has a text in another column. */
    XSSFCell cell(String sheet, String column, String keyColumn, String key) {
        int keyIndex = titles(sheet).indexOf(keyColumn);
        for (int i = 1; i <= sheet(sheet).getLastRowNum(); i++) {
            XSSFRow row = sheet(sheet).getRow(i);
            if (row.getCell(keyIndex) != null && row.getCell(keyIndex).toString().equals(key)) {
                return row.getCell(titles(sheet).indexOf(column));
            }
        }
        throw new NoSuchElementException(key + " in " + keyColumn + " of " + sheet);
    }

    /** All texts of a sheet, in order of reading. */
    List<String> texts(String sheet) {
        List<String> texts = new ArrayList<>();
        sheet(sheet).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        return texts;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
