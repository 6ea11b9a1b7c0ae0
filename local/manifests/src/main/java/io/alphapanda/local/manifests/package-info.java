/// What the manifests of `knative/` and `k8s/` deploy, read without a cluster.
///
/// ```
/// overlay ── Kustomize ──▶ Documents ──▶ Cluster (typed resources, what refers to what)
///                                           ├──▶ rule.Rulebook    what is wrong with it
///                                           └──▶ report           what may run
/// ```
package io.alphapanda.local.manifests;
