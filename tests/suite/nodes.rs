//! What an author marks is a node from parsing to rendering; what only looks like a mark is text.

use std::fs;

use crate::course::{mitate_in, put, small, stderr, temporary};

/// Text in the shapes of marks and of what templates, scripts and the search know, where no mark can be.
const LOOKS: [&str; 9] = [
    "[[ラポール]]",
    "[前の頁](10-listen.md#scene)",
    "{{answer}}",
    "{% include 'part/head.html' %}",
    "<!--exercise:pick-->",
    "@@exercise@@",
    "%%LINK0%%",
    "__NODE_0__",
    "data-answer=exercise/pick",
];

// Invariant 9.
#[test]
fn what_looks_like_a_node_is_text_and_each_node_is_rendered_once() {
    let folder = temporary();
    small(folder.path());
    put(
        folder.path(),
        "exercises/pick.yaml",
        "title: 書く\nkind: write\nminutes: 3\nask: 書きます。\nfields:\n  - { id: first, kind: long-text, label: 見たもの }\nexamples:\n  - { level: good, for: first, text: 雨。, because: 見たままです。 }\n  - { level: near, for: first, text: 嵐。, because: 見えない音です。 }\n",
    );
    let code = LOOKS.map(|look| format!("- `{look}`\n")).concat();
    let block = format!("```text\n{}\n```\n", LOOKS.join("\n"));
    put(
        folder.path(),
        "modules/01-first/30-looks.md",
        &format!(
            "---\ntitle: 見かけ\n---\n{code}\n[[ラポール]]と[前の頁](10-listen.md#scene)。\n\n```exercise\npick\n```\n\n{block}"
        ),
    );
    let built = mitate_in(folder.path(), &["build", ".", "--out", "site"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    let page = fs::read_to_string(folder.path().join("site/first/looks/index.html")).unwrap();
    let text = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    for look in LOOKS {
        assert!(text.matches(look).count() >= 2, "{look} is not in the code and in the block");
    }
    for (node, times) in [("data-answer=\"exercise/pick\"", 1), ("listen/index.html#scene\"", 1)] {
        assert_eq!(page.matches(node).count(), times, "{node}");
    }
}
