//! What a tag does: whether it runs a program or holds another page, and how its attributes hold addresses.

use super::addresses::whole;
use super::markup::MarkupTag;

/// How a file holds an address of another host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AddressUse {
    /// As a link, which opens when a reader chooses it.
    Link,
    /// As words, which lead nowhere by themselves.
    Words,
    /// In any other way: a page or a program might load it, or send something there.
    Active,
}

/// Elements that hold other pages or programs, or change where addresses lead.
const HOLDERS: [&str; 11] = [
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "portal",
    "fencedframe",
    "foreignobject",
    "handler",
];

/// Whether a tag runs a program of its own, or holds another page: neither is part of the standard theme.
pub(super) fn runs(tag: &MarkupTag) -> bool {
    HOLDERS.contains(&&*tag.name)
        || tag.attributes.iter().any(|(name, value)| {
            let value: String = value.chars().filter(|it| *it > ' ').collect::<String>().to_ascii_lowercase();
            name.starts_with("on") || name == "srcdoc" || ["javascript:", "vbscript:"].iter().any(|it| value.starts_with(it))
        })
        // A picture can set an address by an animation.
        || (matches!(&*tag.name, "animate" | "set") && tag.attribute("attributename").is_some_and(|it| it.ends_with("href")))
        || (tag.name == "script" && !is_data(tag) && !is_program(tag) && tag.attribute("src").is_none())
}

/// Whether a link has a style sheet or a manifest in a file that is not read as one.
pub(super) fn loads_by_other_name(path: &str, tag: &MarkupTag) -> bool {
    if tag.name != "link" {
        return false;
    }
    let relations = tag.attribute("rel").unwrap_or_default().to_ascii_lowercase();
    let file = resolved(path, tag.attribute("href").unwrap_or_default());
    relations.split_ascii_whitespace().any(|relation| match relation {
        "stylesheet" => !file.to_ascii_lowercase().ends_with(".css"),
        "manifest" => file != "manifest.json" && !file.ends_with(".webmanifest"),
        _ => false,
    })
}

/// Whether a script is data.
pub(super) fn is_data(tag: &MarkupTag) -> bool {
    tag.attribute("type")
        .is_some_and(|kind| matches!(kind.trim(), "application/json" | "application/ld+json"))
}

/// Whether a script is a program within a page.
pub(super) fn is_program(tag: &MarkupTag) -> bool {
    tag.name == "script"
        && tag.attribute("src").is_none()
        && tag.attribute("type").is_none_or(|kind| {
            let kind = kind.trim().to_ascii_lowercase();
            kind.is_empty() || kind == "module" || kind.ends_with("javascript")
        })
}

/// Attributes whose whole value is an address.
pub(super) const ADDRESSES: [&str; 13] = [
    "src",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "background",
    "manifest",
    "longdesc",
    "codebase",
    "icon",
];

/// Attributes that hold words, or names within the page.
const OF_WORDS: [&str; 16] = [
    "alt",
    "title",
    "id",
    "class",
    "lang",
    "label",
    "placeholder",
    "value",
    "name",
    "summary",
    "for",
    "role",
    "abbr",
    "headers",
    "datetime",
    "download",
];

/// How an attribute holds an address.
pub(super) fn use_of(tag: &MarkupTag, name: &str) -> AddressUse {
    let is_link = matches!(&*tag.name, "a" | "area") && matches!(name, "href" | "xlink:href");
    let describes = tag.name == "meta" && name == "content" && tag.attribute("http-equiv").is_none();
    if is_link {
        AddressUse::Link
    } else if OF_WORDS.contains(&name) || name.starts_with("aria-") || name.starts_with("data-") || describes
    {
        AddressUse::Words
    } else {
        AddressUse::Active
    }
}

/// The path that `address`, on the page at `path`, leads to within the site; what leads elsewhere stays as it is.
pub(super) fn resolved(path: &str, address: &str) -> String {
    if whole(address).is_some() || address.starts_with(['/', '\\']) {
        return address.to_owned();
    }
    let address = address.trim().split(['?', '#']).next().unwrap_or_default();
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." if folders.pop().is_none() => return address.to_owned(),
            "" | "." | ".." => {}
            part => folders.push(part),
        }
    }
    folders.join("/")
}
