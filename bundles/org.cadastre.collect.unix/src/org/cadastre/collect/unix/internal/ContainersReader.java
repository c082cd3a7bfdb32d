package org.cadastre.collect.unix.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cadastre.model.host.Container;
import org.cadastre.model.host.ContainerImage;
import org.cadastre.model.host.Containers;
import org.cadastre.model.host.HostFactory;

/** docker-inspect(1), podman-inspect(1) and their lists of images. Whether a container runs is an observation. */
public final class ContainersReader implements SectionReader<Containers> {

    private static final String NONE = "<none>";

    @Override
    public Containers create() {
        return HostFactory.eINSTANCE.createContainers();
    }

    @Override
    public void read(Containers section, Sources sources) {
        ContainerLines.each(sources, (output, lines) -> {
            Set<String> names = new HashSet<>();
            for (String[] fields : lines.containers()) {
                if (names.add(ContainerLines.name(fields))) {
                    section.getContainers().add(container(lines.engine(), fields));
                }
            }
        });
        for (String engine : ContainerLines.ENGINES) {
            if (sources.asked(engine + "-images").isPresent()) {
                sources.first(engine + "-images").ifPresent(output -> images(engine, output, section));
            }
        }
    }

    private static Container container(String engine, String[] fields) {
        Container container = HostFactory.eINSTANCE.createContainer();
        container.setEngine(engine);
        container.setName(ContainerLines.name(fields));
        container.setId(fields[ContainerLines.ID]);
        container.setImage(ContainerLines.value(fields[ContainerLines.IMAGE]));
        container.setImageId(ContainerLines.value(fields[ContainerLines.IMAGE_ID].replaceFirst("^sha256:", "")));
        container.setUser(ContainerLines.value(fields[ContainerLines.USER]));
        container.setRestart(ContainerLines.value(fields[ContainerLines.RESTART]));
        container.setPrivileged(Boolean.valueOf(fields[ContainerLines.PRIVILEGED]));
        container.setNetwork(ContainerLines.value(fields[ContainerLines.NETWORK]));
        container.setProject(ContainerLines.value(fields[ContainerLines.PROJECT]));
        container.setCommand(SecretMask.apply(fields[ContainerLines.COMMAND].strip()));
        container.getPorts().addAll(parts(fields[ContainerLines.PORTS]).stream()
                .map(port -> port.startsWith(":") ? "0.0.0.0" + port : port).toList());
        container.getMounts().addAll(parts(fields[ContainerLines.MOUNTS]).stream()
                .map(mount -> mount.replaceFirst(" true$", " (rw)").replaceFirst(" false$", " (ro)")).toList());
        return container;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";")).map(String::strip).filter(part -> !part.isEmpty()).distinct().sorted().toList();
    }

    private static void images(String engine, CommandOutput output, Containers section) {
        Set<String> names = new HashSet<>();
        for (String line : output.lines()) {
            String[] fields = line.split("\t", -1);
            if (fields.length >= 3 && !fields[2].isBlank()) {
                ContainerImage image = HostFactory.eINSTANCE.createContainerImage();
                String id = fields[2].strip().replaceFirst("^sha256:", "");
                image.setEngine(engine);
                image.setId(id);
                image.setName(fields[0].equals(NONE) ? id : fields[1].equals(NONE) ? fields[0] + "@" + id : fields[0] + ":" + fields[1]);
                if (names.add(image.getName())) {
                    section.getImages().add(image);
                }
            }
        }
    }
}
