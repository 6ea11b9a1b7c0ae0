/// Experiments that try to break the house's promises, and the page their results stand on (`docs/reliability.md`).
///
/// ```
/// Experiments (one list) ──▶ Laboratory: the experiment, then its negative control ──▶ Findings ──▶ ReliabilityPage
///                                        promise must hold       promise must break
/// ```
///
/// A test that can't fail proves nothing, so each experiment comes with a control: the same run with the protection
/// taken away, which must be found out. A protection is taken away in the experiment's own code, never by a switch in
/// what it examines.
package io.alphapanda.local.proof;
