package org.cadastre.benchmarks;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.repository.Estate;

/** A comparison with 100,000 changes and an inventory of 1,000,000 rows, beside POI's own streaming of the same cells. */
final class ExcelBenchmark implements Benchmark {

    private static final int HOSTS = Integer.getInteger("hosts", 5000);
    private static final int HEAP = 512;

    @Override
    public void run(Path folder, Report report) throws Exception {
        Path estate = folder.resolve("estate");
        new Fleet(HOSTS, 200).save(estate, "before", host -> 0);
        Path inventory = folder.resolve("inventory.xlsx");
        Map<String, Double> ours = Contender.start(Inventory.class, HEAP, estate, inventory).orElseThrow();
        Map<String, Double> plain = Contender.start(Plain.class, HEAP, inventory, folder.resolve("plain.xlsx")).orElseThrow();
        print(report, "inventory", ours, plain, inventory);

        Path small = folder.resolve("small");
        Fleet fleet = new Fleet(556, 200, 200);
        fleet.save(small, "before", host -> 0);
        fleet.save(small, "after", host -> 7);
        Path changes = folder.resolve("changes.xlsx");
        Map<String, Double> compared = Contender.start(Changes.class, HEAP, small, changes).orElseThrow();
        Map<String, Double> plainly = Contender.start(Plain.class, HEAP, changes, folder.resolve("plain.xlsx")).orElseThrow();
        report.line("%.0f changes", compared.get("changes"));
        print(report, "comparison", compared, plainly, changes);
    }

    private static void print(Report report, String what, Map<String, Double> ours, Map<String, Double> plain, Path file) throws Exception {
        report.line("%s: %,.0f rows, %,.0f cells, %.1f MB, in a heap of %d MB", what, plain.get("rows"), plain.get("cells"),
                Files.size(file) / 1e6, HEAP);
        report.line("  %.2f s, SXSSF alone %.2f s: %.2f times; most heap after a collection %.0f MB, SXSSF %.0f MB", ours.get("time"),
                plain.get("time"), ours.get("time") / plain.get("time"), ours.get("heap"), plain.get("heap"));
    }

    /** Cadastre's inventory of a snapshot. */
    static final class Inventory extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            try (Estate estate = Estate.open(Path.of(arguments.get(0)))) {
                figure("time", seconds(() -> new InventoryWorkbook().write(estate.read(estate.find("latest")), Path.of(arguments.get(1)))));
            }
        }
    }

    /** Cadastre's workbook of a comparison, which is there already. */
    static final class Changes extends Contender {

        @Override
        void run(List<String> arguments) throws Exception {
            try (Estate estate = Estate.open(Path.of(arguments.get(0)))) {
                SnapshotComparison comparison = new SnapshotComparer().compare(estate.read(estate.find("before")),
                        estate.read(estate.find("after")), Progress.none());
                figure("changes", comparison.getDevices().stream().mapToInt(device -> device.getChanges().size()).sum());
                figure("time", seconds(() -> new ComparisonWorkbook().write(comparison, Path.of(arguments.get(1)))));
            }
        }
    }

    /** SXSSF writing the cells of a workbook, read from it as they are needed; the time of the reading is taken off. */
    static final class Plain extends Contender {

        private long rows;
        private long cells;

        @Override
        void run(List<String> arguments) throws Exception {
            Path source = Path.of(arguments.get(0));
            double reading = seconds(() -> read(source, null));
            figure("rows", rows);
            figure("cells", cells);
            double both = seconds(() -> {
                try (SXSSFWorkbook copy = new SXSSFWorkbook(); OutputStream out = Files.newOutputStream(Path.of(arguments.get(1)))) {
                    read(source, copy);
                    copy.write(out);
                    copy.dispose();
                }
            });
            figure("time", both - reading);
        }

        private void read(Path source, SXSSFWorkbook copy) throws Exception {
            rows = 0;
            cells = 0;
            try (OPCPackage file = OPCPackage.open(source.toFile())) {
                XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(file).getSheetsData();
                while (sheets.hasNext()) {
                    try (InputStream sheet = sheets.next()) {
                        read(sheet, copy == null ? null : copy.createSheet());
                    }
                }
            }
        }

        private void read(InputStream in, SXSSFSheet copy) throws Exception {
            XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
            SXSSFRow row = null;
            boolean number = false;
            int column = 0;
            StringBuilder text = new StringBuilder();
            boolean inText = false;
            while (xml.hasNext()) {
                int event = xml.next();
                String name = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT ? xml.getLocalName() : "";
                if (event == XMLStreamConstants.START_ELEMENT && name.equals("row")) {
                    rows++;
                    row = copy == null ? null : copy.createRow(Integer.parseInt(xml.getAttributeValue(null, "r")) - 1);
                } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("c")) {
                    String type = xml.getAttributeValue(null, "t");
                    number = type == null || type.equals("n");
                    column = new CellReference(xml.getAttributeValue(null, "r")).getCol();
                    text.setLength(0);
                } else if (name.equals("v") || name.equals("t")) {
                    inText = event == XMLStreamConstants.START_ELEMENT;
                } else if (inText && event == XMLStreamConstants.CHARACTERS) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("c")) {
                    cells++;
                    if (row != null && number && !text.isEmpty()) {
                        row.createCell(column).setCellValue(Double.parseDouble(text.toString()));
                    } else if (row != null) {
                        row.createCell(column).setCellValue(text.toString());
                    }
                }
            }
            xml.close();
        }
    }
}
