/// The rulebook: what the resources' schemas do not check, and what the house demands on top.
package io.alphapanda.local.manifests.rule;
