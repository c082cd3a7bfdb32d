package org.cadastre.export.excel.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A workbook that is written row by row: memory does not grow with the rows, which wait in temporary files until
 * {@link #write}. Not thread-safe.
 */
public final class Book implements AutoCloseable {

    /** Rows of one sheet in Excel, header included. */
    public static final int EXCEL_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();

    private static final int ROWS_IN_MEMORY = 16;
    private static final double MARGIN_INCHES = 0.4;

    private final TemporaryDirectory temporary = new TemporaryDirectory();
    private final TempFileCreationStrategy temporaryFiles = new DefaultTempFileCreationStrategy(temporary.path().toFile());
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellWriter cells = new CellWriter(new Styles(workbook));
    private final SheetNames names = new SheetNames();
    private final List<Table> tables = new ArrayList<>();
    private final String footer;
    private final int rowLimit;

    /**
     * @param footer printed at the foot of every page, beside the page's number
     * @param rowLimit rows of one sheet, header included
     */
    public Book(String footer, int rowLimit) throws IOException {
        this.footer = footer;
        this.rowLimit = rowLimit;
    }

    /** Gives a cancelled export up. Asked once a device. */
    static void requireNotInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    static InterruptedIOException cancelled() {
        return new InterruptedIOException("the export was cancelled");
    }

    /** A table on a sheet of its own, after those that exist. */
    public Table table(String name, List<Column> columns) {
        Table table = new Table(this, name, columns);
        tables.add(table);
        return table;
    }

    /** A page of text on a sheet of its own, after those that exist. */
    public Page page(String name) {
        return new Page(this, createSheet(name, 1));
    }

    /** Brings the tables into an order, behind everything that is no table of the list. */
    public void arrange(List<Table> inOrder) {
        for (Table table : inOrder) {
            for (SXSSFSheet sheet : table.sheets()) {
                workbook.setSheetOrder(sheet.getSheetName(), workbook.getNumberOfSheets() - 1);
            }
        }
    }

    /** Completes the workbook; nothing can be added afterwards. */
    public void write(OutputStream out) throws IOException {
        tables.forEach(Table::finish);
        workbook.setActiveSheet(0);
        // All but the rows is small, and stays in memory.
        workbook.writeAvoidingTempFiles(out);
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        // An interrupted thread can write no file, and POI writes out the rest before it lets go.
        boolean interrupted = Thread.interrupted();
        try (temporary) {
            workbook.dispose();
            workbook.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    SXSSFSheet createSheet(String wantedName, int part) {
        String name = names.take(wantedName, part);
        SXSSFSheet sheet = TempFile.withStrategy(temporaryFiles, () -> workbook.createSheet(name));
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        // An ampersand begins a code in headers and footers (ECMA-376, 18.3.1.46).
        sheet.getFooter().setLeft(footer.replace("&", "&&"));
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight("&P / &N");
        return sheet;
    }

    CellWriter cells() {
        return cells;
    }

    int rowLimit() {
        return rowLimit;
    }

    Hyperlink linkTo(Table table) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + table.name().replace("'", "''") + "'!A1");
        return link;
    }

    @SuppressWarnings("resource") // the inner workbook is closed with the outer one
    XSSFSheet xssf(SXSSFSheet sheet) {
        return workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
    }
}
