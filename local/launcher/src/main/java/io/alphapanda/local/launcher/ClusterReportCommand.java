package io.alphapanda.local.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alphapanda.local.manifests.Cluster;
import io.alphapanda.local.manifests.House;
import io.alphapanda.local.manifests.HousePages;
import io.alphapanda.local.manifests.Kustomize;
import io.alphapanda.local.manifests.Overlays;
import io.alphapanda.local.manifests.report.ClusterReport;
import io.alphapanda.local.manifests.report.ReportMap;
import io.alphapanda.local.manifests.report.ReportText;
import io.alphapanda.local.manifests.rule.Finding;
import io.alphapanda.local.manifests.rule.Rulebook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `panda cluster-report`.
@Command(
        name = "cluster-report",
        description =
                "Says what an overlay of knative/ deploys, and what may run at once. Needs kubectl or kustomize, and"
                        + " no cluster. Exit 1 if the manifests break a rule.")
final class ClusterReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "OVERLAY",
            defaultValue = "hybrid",
            description = "a folder of knative/overlays; ${DEFAULT-VALUE} unless said")
    private String overlay;

    @Option(
            names = "--on",
            paramLabel = "PLATFORM",
            description = "a folder of k8s/overlays; the first that carries the overlay's lanes unless said")
    private String platform;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var root = Layout.find().root();
        var house = HousePages.read(root);
        var overlays = overlays(root);
        var on = platform == null ? carrier(overlays, house) : platform;
        var cluster = new Cluster(house, overlays.together(overlay, on));
        var report = ClusterReport.of(cluster);
        var findings = Rulebook.check(cluster);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(on, report, findings));
        } else {
            asText(out, on, report, findings);
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private static Overlays overlays(Path root) {
        return Kustomize.find()
                .map(each -> new Overlays(root, each))
                .orElseThrow(
                        () -> new StartException(
                                "cluster-report needs kubectl or kustomize on the PATH to render the overlays; neither is there"));
    }

    private String carrier(Overlays overlays, House house) {
        var carriers = overlays.carriers(house, overlay);
        if (carriers.isEmpty()) {
            throw new StartException(
                    "no platform in k8s/overlays carries the lanes of %s, no more and no fewer; say which"
                                    .formatted(overlay)
                            + " it goes on with --on");
        }
        return carriers.getFirst();
    }

    private String asJson(String on, ClusterReport report, List<Finding> findings) throws JsonProcessingException {
        var map = new LinkedHashMap<String, Object>();
        map.put("overlay", overlay);
        map.put("platform", on);
        map.putAll(ReportMap.of(report));
        map.put("findings", findings.stream().map(Finding::toString).toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(map);
    }

    private void asText(PrintWriter out, String on, ClusterReport report, List<Finding> findings) {
        out.println("knative/overlays/" + overlay + " on k8s/overlays/" + on);
        out.println();
        ReportText.lines(report).forEach(out::println);
        out.println();
        findings.forEach(out::println);
        out.println(
                findings.isEmpty()
                        ? "The manifests keep all " + Rulebook.RULES.size() + " rules."
                        : findings.size() + " findings.");
    }
}
