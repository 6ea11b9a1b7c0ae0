package io.alphapanda.local.manifests;

/// A Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod.
public record Workload(Document document) implements Running {

    @Override
    public PodTemplate pod() {
        return new PodTemplate(
                document,
                switch (document.kind()) {
                    case "CronJob" -> "/spec/jobTemplate/spec/template";
                    case "Pod" -> "";
                    default -> "/spec/template";
                });
    }
}
