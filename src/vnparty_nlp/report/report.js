"use strict";

const PAGE_SIZE = 100;
const SEARCH_DELAY_MS = 150;
// Findings that state no event are shown only when somebody asks for them.
const CONCEALED = "context";

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

/* Elements: text goes in as text nodes only, so nothing in a document can become markup. */

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/* Search: letters without marks, words from their beginning, as typed in one phrase. */

function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "").replace(/đ/g, "d");
  return " " + plain.replace(/[^a-z0-9]+/g, " ").trim();
}

const foldedParagraphs = data.documents.map(() => []);

function foldedParagraph(finding) {
  const folded = foldedParagraphs[finding.document];
  folded[finding.paragraph] ??= fold(paragraphOf(finding));
  return folded[finding.paragraph];
}

const paragraphOf = (finding) => data.documents[finding.document].paragraphs[finding.paragraph];

/* Filters: a set for each facet, where an empty set lets everything pass. */

const DISPOSITIONS = Object.keys(data.dispositions);
const SHOWN_FIRST = DISPOSITIONS.filter((key) => key !== CONCEALED);
const FACETS = {
  labels: { name: "Tiêu chí", key: "tieu-chi", field: "label", title: (id) => data.labels[id].title },
  statuses: { name: "Trạng thái", key: "trang-thai", field: "status", title: (id) => data.statuses[id] },
  dispositions: { name: "Hướng xử lý", key: "xu-ly", field: "disposition", title: (id) => data.dispositions[id] },
};
const KNOWN = { labels: data.labels, statuses: data.statuses, dispositions: data.dispositions };

function noFilters() {
  return { labels: new Set(), statuses: new Set(), dispositions: new Set(SHOWN_FIRST), document: "", query: "" };
}

let filters = noFilters();

function sameAsFirst(dispositions) {
  return dispositions.size === SHOWN_FIRST.length && !dispositions.has(CONCEALED);
}

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const read = noFilters();
  for (const [facet, { key }] of Object.entries(FACETS)) {
    if (given.has(key)) read[facet] = new Set(given.get(key).split(",").filter((id) => Object.hasOwn(KNOWN[facet], id)));
  }
  const wanted = given.get("van-ban");
  if (data.documents.some((entry) => entry.id === wanted)) read.document = wanted;
  read.query = given.get("tim") ?? "";
  return read;
}

function writeHash() {
  const parts = [];
  for (const [facet, { key }] of Object.entries(FACETS)) {
    const untouched = facet === "dispositions" ? sameAsFirst(filters[facet]) : filters[facet].size === 0;
    if (!untouched) parts.push(`${key}=${[...filters[facet]].join(",")}`);
  }
  if (filters.document) parts.push(`van-ban=${encodeURIComponent(filters.document)}`);
  if (filters.query) parts.push(`tim=${encodeURIComponent(filters.query)}`);
  history.replaceState(null, "", "#" + parts.join("&"));
}

const TESTS = {
  labels: (finding) => filters.labels.size === 0 || filters.labels.has(finding.label),
  statuses: (finding) => filters.statuses.size === 0 || filters.statuses.has(finding.status),
  dispositions: (finding) => filters.dispositions.has(finding.disposition),
};

/* One pass over the findings: what is shown, and beside each choice how many it would show. */
function select() {
  const query = fold(filters.query).trimEnd();
  const counts = { labels: {}, statuses: {}, dispositions: {} };
  const shown = [];
  let concealed = 0;
  for (const finding of data.findings) {
    if (filters.document && data.documents[finding.document].id !== filters.document) continue;
    if (query && !foldedParagraph(finding).includes(query)) continue;
    const failed = Object.keys(TESTS).filter((facet) => !TESTS[facet](finding));
    if (failed.length === 0) shown.push(finding);
    if (failed.length === 1 && failed[0] === "dispositions" && finding.disposition === CONCEALED) concealed += 1;
    for (const facet of failed.length === 0 ? Object.keys(TESTS) : failed.length === 1 ? failed : []) {
      const value = finding[FACETS[facet].field];
      counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
  }
  return { shown, counts, concealed };
}

/* The form. */

function choice(facet, id) {
  const box = element("input", { type: "checkbox", value: id });
  box.addEventListener("change", () => {
    if (box.checked) filters[facet].add(id);
    else filters[facet].delete(id);
    update();
  });
  const count = element("span", { class: "count" });
  return element("label", { class: "choice", "data-value": id }, box, element("span", {}, FACETS[facet].title(id)), count);
}

function buildForm() {
  const used = (facet) => new Set(data.findings.map((finding) => finding[FACETS[facet].field]));
  const add = (facet, ids) => {
    const present = used(facet);
    byId(facet).append(...ids.filter((id) => present.has(id)).map((id) => choice(facet, id)));
  };
  add("dispositions", DISPOSITIONS);
  add("statuses", Object.keys(data.statuses));
  const labels = Object.keys(data.labels);
  const present = used("labels");
  for (const [subject, name] of [["member", "Về đảng viên"], ["meeting", "Về cuộc họp, tổ chức"]]) {
    const ids = labels.filter((id) => data.labels[id].subject === subject && present.has(id));
    if (ids.length) byId("labels").append(element("p", { class: "kind" }, name), ...ids.map((id) => choice("labels", id)));
  }
  byId("document").append(...data.documents.map((entry) =>
    element("option", { value: entry.id }, `${entry.title} · ${entry.fileName}`)));
  byId("document").addEventListener("change", (event) => { filters.document = event.target.value; update(); });
  let waiting;
  byId("query").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filters.query = event.target.value; update(); }, SEARCH_DELAY_MS);
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
}

function showForm(counts) {
  for (const facet of Object.keys(FACETS)) {
    for (const label of byId(facet).querySelectorAll(".choice")) {
      const id = label.dataset.value;
      label.querySelector("input").checked = filters[facet].has(id);
      const count = counts[facet][id] ?? 0;
      label.querySelector(".count").textContent = number(count);
      label.classList.toggle("none", count === 0);
    }
  }
  byId("document").value = filters.document;
  if (byId("query") !== document.activeElement) byId("query").value = filters.query;
}

/* What is filtered, in words; each can be taken back. */

function removable(text, remove) {
  const button = element("button", { type: "button", title: "Bỏ điều kiện này" }, text, element("span", { "aria-hidden": "true" }, " ×"));
  button.addEventListener("click", () => { remove(); update(); byId("su-viec").focus({ preventScroll: true }); });
  return element("li", {}, button);
}

function showActive() {
  const items = [];
  for (const facet of ["labels", "statuses"]) {
    for (const id of filters[facet]) {
      items.push(removable(`${FACETS[facet].name}: ${FACETS[facet].title(id)}`, () => filters[facet].delete(id)));
    }
  }
  if (!sameAsFirst(filters.dispositions)) {
    const chosen = DISPOSITIONS.filter((id) => filters.dispositions.has(id)).map((id) => data.dispositions[id]);
    items.push(removable(`Hướng xử lý: ${chosen.join(", ") || "không chọn"}`, () => { filters.dispositions = new Set(SHOWN_FIRST); }));
  }
  if (filters.document) {
    const chosen = data.documents.find((entry) => entry.id === filters.document);
    items.push(removable(`Văn bản: ${chosen.title}`, () => { filters.document = ""; }));
  }
  if (filters.query) items.push(removable(`Tìm: “${filters.query}”`, () => { filters.query = ""; byId("query").value = ""; }));
  byId("active").replaceChildren(...items);
}

function showConcealed(concealed) {
  const button = element("button", { type: "button", class: "link" }, "Hiện");
  button.addEventListener("click", () => { filters.dispositions.add(CONCEALED); update(); });
  byId("concealed").replaceChildren(...(concealed === 0 ? [] : [
    `${number(concealed)} đoạn phủ định, giả định hoặc nhắc quy định đang ẩn. `, button,
  ]));
}

/* One finding. */

function markedParagraph(finding) {
  const text = paragraphOf(finding);
  const [passageStart, passageEnd] = finding.passage;
  const [start, end] = finding.evidence;
  return element("blockquote", { class: "paragraph" },
    text.slice(0, passageStart),
    element("span", { class: "passage" },
      text.slice(passageStart, start),
      element("mark", {}, text.slice(start, end)),
      text.slice(end, passageEnd)),
    text.slice(passageEnd));
}

function sourceLink(finding) {
  const entry = data.documents[finding.document];
  const address = entry.hasPages ? `${entry.address}#page=${finding.page}` : entry.address;
  const text = entry.hasPages ? `trang ${finding.page}` : "văn bản gốc";
  return element("a", { class: "source", href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

function candidates(subject) {
  const rows = subject.candidates.map((candidate) => element("li", {},
    element("b", {}, candidate.member), ` · ${candidate.probability}`,
    candidate.reasons.length ? element("span", { class: "quiet" }, ` · ${candidate.reasons.join("; ")}`) : ""));
  return element("details", { class: "candidates" },
    element("summary", {}, `${rows.length} người có thể là người được nêu`), element("ul", {}, ...rows));
}

function subjectOf(finding) {
  const { subject } = finding;
  const term = element("span", { class: "term" }, "Người được nêu");
  if (subject === null) {
    const general = data.labels[finding.label].subject === "member";
    return general ? element("p", { class: "subject" }, term, " không nêu riêng ai") : "";
  }
  const line = element("p", { class: "subject" }, term, " ", element("b", {}, subject.mention));
  if (subject.member !== null) {
    line.append(" → ", element("b", { class: "member" }, subject.member),
      element("span", { class: "quiet" }, ` ${subject.probability}${subject.reasons.length ? " · " + subject.reasons.join("; ") : ""}`));
  }
  return element("div", {}, line, subject.candidates.length ? candidates(subject) : "");
}

function findingItem(finding) {
  const slots = finding.slots.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)));
  return element("li", { class: "finding", "data-disposition": finding.disposition, "data-id": finding.id, tabindex: "-1" },
    element("div", { class: "margin" },
      element("h4", {}, data.labels[finding.label].title),
      element("p", { class: "status" }, data.statuses[finding.status]),
      element("p", { class: "disposition" }, data.dispositions[finding.disposition]),
      element("p", { class: "quiet" }, `xác suất ${finding.probability}`)),
    element("div", { class: "body" },
      element("p", { class: "where" }, finding.section ? `${finding.section} · ` : "", sourceLink(finding)),
      markedParagraph(finding),
      slots.length ? element("dl", { class: "slots" }, ...slots) : "",
      subjectOf(finding),
      finding.why ? element("p", { class: "why" }, finding.why) : ""));
}

/* How many there are: what states no event is counted apart. */
function inWords(findings) {
  const others = findings.filter((finding) => finding.disposition === CONCEALED).length;
  const events = findings.length - others;
  return [events && `${number(events)} sự việc`, others && `${number(others)} đoạn đối chiếu`].filter(Boolean).join(", ");
}

/* The list: findings in the order of the documents, a page at a time. */

let shown = [];
let rendered = 0;
let perDocument = new Map();

function documentGroup(index) {
  const entry = data.documents[index];
  const facts = [entry.issuedOn, entry.issuer, entry.fileName].filter(Boolean).join(" · ");
  return element("section", { class: "document", "data-document": entry.id },
    element("header", {},
      element("h3", {}, entry.title), element("p", {}, facts),
      element("p", { class: "quiet" }, inWords(perDocument.get(index)))),
    element("ol", {}));
}

function renderMore(amount) {
  const list = byId("findings");
  const end = Math.min(shown.length, rendered + amount);
  let first = null;
  for (; rendered < end; rendered += 1) {
    const finding = shown[rendered];
    const entry = data.documents[finding.document];
    if (list.lastElementChild?.dataset.document !== entry.id) list.append(documentGroup(finding.document));
    const item = findingItem(finding);
    list.lastElementChild.lastElementChild.append(item);
    first ??= item;
  }
  const left = shown.length - rendered;
  byId("left").textContent = left === 0 ? "" : `Còn ${number(left)} mục phù hợp chưa hiện nên không được in.`;
  byId("more").textContent = `Hiện thêm ${number(Math.min(left, PAGE_SIZE))}`;
  byId("all").textContent = `Hiện tất cả (còn ${number(left)})`;
  byId("more").hidden = byId("all").hidden = left === 0;
  return first;
}

function showCount() {
  byId("count").textContent = shown.length === 0
    ? "Không có sự việc nào phù hợp"
    : `${inWords(shown)} trong ${number(perDocument.size)} văn bản`;
}

function showAll() {
  const selection = select();
  shown = selection.shown;
  rendered = 0;
  perDocument = new Map();
  for (const finding of shown) {
    if (!perDocument.has(finding.document)) perDocument.set(finding.document, []);
    perDocument.get(finding.document).push(finding);
  }
  byId("findings").replaceChildren();
  renderMore(PAGE_SIZE);
  showCount();
  showForm(selection.counts);
  showActive();
  showConcealed(selection.concealed);
}

function update() {
  writeHash();
  showAll();
}

function start() {
  document.querySelector(".workbench").hidden = false;
  if (matchMedia("(max-width: 60rem)").matches) {
    document.querySelector(".filters").open = false;
    const documents = document.querySelector(".documents");
    // On a narrow screen the list is long; it stays open where a document needs attention.
    documents.open = documents.querySelector("tr:not([data-status='ok'])[data-status]") !== null;
  }
  buildForm();
  byId("more").addEventListener("click", () => renderMore(PAGE_SIZE).focus({ preventScroll: true }));
  byId("all").addEventListener("click", () => renderMore(Infinity).focus({ preventScroll: true }));
  addEventListener("hashchange", () => {
    // A hash without "=" is a jump inside the page, no filter.
    if (location.hash.length > 1 && !location.hash.includes("=")) return;
    filters = readHash();
    byId("query").value = filters.query;
    showAll();
    byId("su-viec").scrollIntoView();
  });
  document.addEventListener("click", ({ target }) => {
    // A second click on the same filter changes no hash, but should lead to the list as the first.
    if (target.closest("a")?.hash.includes("=") && target.closest("a").hash === location.hash) byId("su-viec").scrollIntoView();
  });
  filters = readHash();
  showAll();
}

start();
