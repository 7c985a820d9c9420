//! What an LMS reads first of a package: its title in its own language, where it begins, and ids that stay the same from one revision to
//! the next. ids are ASCII.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Handout, PackageKind};
use crate::html::escaped;
use crate::model::ReportLevel;

/// What a path holds as it is in an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// The name and the text of the manifest of a package for an LMS of `kind` that begins with `document` and has `paths`.
pub(super) fn manifest<'p>(
    handout: Handout<'_>,
    kind: PackageKind,
    document: &str,
    paths: impl Iterator<Item = &'p str>,
) -> (&'static str, String) {
    match kind {
        PackageKind::Cmi5 => ("cmi5.xml", of_cmi5(handout, document)),
        PackageKind::Scorm2004 => ("imsmanifest.xml", of_scorm(handout, &SCORM_2004, document, paths)),
        _ => ("imsmanifest.xml", of_scorm(handout, &SCORM_12, document, paths)),
    }
}

/// The id of the course in statements: an IRI, as xAPI asks for one.
pub(super) fn iri(handout: Handout<'_>) -> String {
    format!("urn:mitate:{}", handout.name)
}

/// What differs between the manifests of SCORM 1.2 and SCORM 2004.
struct ScormManifest {
    version: &'static str,
    namespaces: &'static str,
    /// The attribute for the type of a resource.
    attribute: &'static str,
    /// What follows the title of the item.
    sequencing: &'static str,
}

const SCORM_12: ScormManifest = ScormManifest {
    version: "1.2",
    namespaces: "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" \
                 xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"",
    attribute: "scormtype",
    sequencing: "",
};

/// An LMS does not decide by itself that the course is completed.
const SCORM_2004: ScormManifest = ScormManifest {
    version: "2004 4th Edition",
    namespaces: "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" \
                 xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\"",
    attribute: "scormType",
    sequencing: "\n        <imsss:sequencing>\n          <imsss:deliveryControls completionSetByContent=\"true\" \
                 objectiveSetByContent=\"true\"/>\n        </imsss:sequencing>",
};

fn of_scorm<'p>(
    handout: Handout<'_>,
    scorm: &ScormManifest,
    document: &str,
    paths: impl Iterator<Item = &'p str>,
) -> String {
    let ScormManifest { version, namespaces, attribute, sequencing } = scorm;
    let info = handout.site.course().info();
    let title = escaped(info.map_or("", |info| &info.title));
    let revision = info.map_or(1, |info| info.revision.value);
    let file = |path: &str| format!("      <file href=\"{}\"/>\n", utf8_percent_encode(path, KEPT));
    let files: String = paths.map(file).collect();
    let name = handout.name;
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="mitate-{name}" version="{revision}.0" {namespaces}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>{version}</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="pages" identifierref="site" isvisible="true">
        <title>{title}</title>{sequencing}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="site" type="webcontent" adlcp:{attribute}="sco" href="{document}">
{files}    </resource>
  </resources>
</manifest>
"#
    )
}

/// One assignable unit. A course that does not report progress never says that it is completed, so nothing waits for that.
fn of_cmi5(handout: Handout<'_>, document: &str) -> String {
    let info = handout.site.course().info();
    let title = escaped(info.map_or("", |info| &info.title));
    let language = &*handout.theme.locale.tag;
    let report = info.and_then(|info| info.report.as_ref()).map(|it| it.value);
    let move_on = if report == Some(ReportLevel::None) { "NotApplicable" } else { "Completed" };
    let iri = iri(handout);
    let text = |tag: &str| format!("<{tag}><langstring lang=\"{language}\">{title}</langstring></{tag}>");
    let (title, description) = (text("title"), text("description"));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="{iri}">
    {title}
    {description}
  </course>
  <au id="{iri}:pages" moveOn="{move_on}" launchMethod="AnyWindow">
    {title}
    {description}
    <url>{document}</url>
  </au>
</courseStructure>
"#
    )
}
