/// What may run at once, per broker and stage, said from the manifests alone.
package io.alphapanda.local.manifests.report;
