/// The front door: every request passes it before anything else looks at it, and what no rule lets in stays outside.
///
/// ```
/// path that plays tricks ─▶ 400     foreign page that writes ─▶ 403     too large ─▶ 413
///   │ client's address (behind configured proxies the real one)
///   ▼
/// asks too often ─▶ 429 ──▶ token read, login still stands? ─no─▶ 401 ──▶ role reaches? ─no─▶ 403 ──▶ the resource
/// ```
package io.alphapanda.api.access;
