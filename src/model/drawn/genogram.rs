//! A family as a genogram: persons, their unions, households and relations.
//!
//! The shapes are those of the usual notation (`McGoldrick` and others); no single Japanese standard exists. What appears or
//! changes in the course of a case says from which stage on it is shown.

use serde_json::{Value as Json, json};

use super::{Shows, compact, place};
use crate::yaml::{At, Decoder, Id, Node, RichWriter, Schemas, Shape, Text, Value, Visitor};
use crate::{choice, record};

record! {
    /// A genogram.
    pub struct Genogram {
        /// Who belongs to the family.
        persons "persons": Vec<Relative>,
        /// Marriages and other unions, each with its children.
        unions "unions": Vec<Union>,
        /// Who lives together: lists of ids.
        households "households": Vec<Vec<Id>>,
        /// The relationships between persons.
        relations "relations": Vec<Relation>,
        /// The notation: by default `jp` in Japanese and `mcgoldrick` in English.
        profile "profile": Option<Profile>,
        /// How persons are labelled: by their labels by default.
        labels "labels": Option<Labels>,
        /// The date that it shows, such as `September of year X`.
        as_of "as-of": Option<Text>,
    }
}

choice! {
    /// The notation that is used where notations differ.
    pub enum Profile {
        /// As is usual in Japan: a triangle for an unknown gender.
        Jp "jp",
        /// As `McGoldrick` has it.
        McGoldrick "mcgoldrick",
    }
}

choice! {
    /// How persons and places are labelled in a drawing.
    pub enum Labels {
        /// By their labels.
        Names "names",
        /// By letters, without notes, so that the drawing can be shown to others.
        Letters "letters",
    }
}

choice! {
    /// A person's gender.
    pub enum Gender {
        /// A square.
        Male "male",
        /// A circle.
        Female "female",
        /// A square with a round top.
        Nonbinary "nonbinary",
        /// Not known.
        Unknown "unknown",
    }
}

record! {
    /// A person of a family.
    pub struct Relative {
        /// The id within the genogram.
        id "id": Id,
        /// The name of the person: `A`, or a role such as `mother`.
        label "label": At<Text>,
        /// The gender lived in.
        gender "gender": Option<Gender>,
        /// The gender assigned at birth, if it differs.
        trans "trans": Option<Gender>,
        /// When the person was born, such as `X-13`.
        born "born": Option<Text>,
        /// Age in years.
        age "age": Option<At<u32>>,
        /// The age at death.
        died "died": Option<At<u32>>,
        /// Whether this is the person whose case it is.
        index "index": bool,
        /// A pregnancy.
        pregnancy "pregnancy": bool,
        /// A stillbirth.
        stillbirth "stillbirth": bool,
        /// A few words below the label.
        note "note": Option<Text>,
        /// Illnesses and other conditions, each a quarter of the symbol: at most four different ones in a genogram.
        conditions "conditions": Vec<Text>,
        /// A hint for the position in the row: smaller is further left.
        x "x": Option<i64>,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

choice! {
    /// The kind of a union.
    pub enum UnionKind {
        /// Married.
        Married "married",
        /// Living together unmarried.
        Cohabiting "cohabiting",
        /// Separated.
        Separated "separated",
        /// Divorced.
        Divorced "divorced",
        /// Together again after a divorce.
        Reunited "reunited",
        /// Seeing each other.
        Dating "dating",
    }
}

record! {
    /// A couple, or a single parent.
    pub struct Union {
        /// The ids of the partners: one or two.
        partners "partners": At<Vec<Id>>,
        /// The kind.
        kind "kind": UnionKind,
        /// The order of several unions of a person: smaller is earlier.
        order "order": Option<i64>,
        /// When it began.
        from "from": Option<Text>,
        /// When it ended.
        to "to": Option<Text>,
        /// The children, the oldest first.
        children "children": Vec<Child>,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

/// A child of a union: an id alone, or an id with how it came into the family.
#[derive(Debug, Clone)]
pub struct Child(pub ChildOf);

choice! {
    /// How a child came into a family.
    pub enum ChildKind {
        /// Born into it.
        Biological "biological",
        /// Adopted.
        Adopted "adopted",
        /// In foster care.
        Foster "foster",
    }
}

record! {
    /// A child of a union.
    pub struct ChildOf {
        /// The person's id.
        id "id": Id,
        /// How the child came into the family; by birth by default.
        kind "kind": Option<ChildKind>,
        /// A name that twins share.
        twin "twin": Option<Id>,
        /// Whether twins are identical.
        identical "identical": bool,
    }
}

impl Shape for Child {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return ChildOf::decode(node, decoder).map(Self);
        }
        let id = Id::decode(node, decoder)?;
        Some(Self(ChildOf { id, kind: None, twin: None, identical: false }))
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit(visitor);
    }
    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "anyOf": [Id::schema(schemas), ChildOf::schema(schemas)] })
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.0.view(writer)
    }
}

choice! {
    /// The relationship between two persons.
    pub enum RelationKind {
        /// Close.
        Close "close",
        /// Fused.
        Fused "fused",
        /// Distant.
        Distant "distant",
        /// In conflict.
        Conflict "conflict",
        /// Close and in conflict.
        CloseConflict "close-conflict",
        /// Fused and in conflict.
        FusedConflict "fused-conflict",
        /// Distant and in conflict.
        DistantConflict "distant-conflict",
        /// Harmonious.
        Harmony "harmony",
        /// Friends.
        Friendship "friendship",
        /// A spiritual bond.
        Spiritual "spiritual",
        /// Distrust between the two.
        Distrust "distrust",
        /// Cut off.
        Cutoff "cutoff",
        /// Repaired after a cutoff.
        Repaired "repaired",
        /// The first is focused on the second.
        FocusedOn "focused-on",
        /// The first is focused on the second in a negative way.
        FocusedNegative "focused-negative",
        /// The first cares for the second.
        Caregiving "caregiving",
        /// The first controls the second.
        Controlling "controlling",
        /// The first abuses the second.
        Abuse "abuse",
        /// The first abuses the second physically.
        PhysicalAbuse "physical-abuse",
        /// The first abuses the second emotionally.
        EmotionalAbuse "emotional-abuse",
        /// The first abuses the second sexually.
        SexualAbuse "sexual-abuse",
        /// The first neglects the second.
        Neglect "neglect",
    }
}

record! {
    /// The relationship between two persons.
    pub struct Relation {
        /// The id of the first.
        a "a": Id,
        /// The id of the second.
        b "b": Id,
        /// The kind of the relationship.
        kind "kind": RelationKind,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

impl Genogram {
    /// The person of that id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<&Relative> {
        self.persons.iter().find(|person| &*person.id == id)
    }

    /// Every stage that it names, with its place.
    pub fn stages(&self) -> impl Iterator<Item = &Id> {
        let persons = self.persons.iter().flat_map(|it| it.stage.iter().chain(&it.until));
        let unions = self.unions.iter().flat_map(|it| it.stage.iter().chain(&it.until));
        let relations = self.relations.iter().flat_map(|it| it.stage.iter().chain(&it.until));
        persons.chain(unions).chain(relations)
    }

    /// What it shows in a stage, as input of the drawing. `shows` says whether something that is shown from one stage
    /// to another is shown then.
    #[must_use]
    pub fn drawn(&self, shows: Shows<'_>) -> Json {
        let shows_person = |person: &Relative| shows(person.stage.as_ref(), person.until.as_ref());
        // An unknown id is a mistake; the id of a person who is not shown yet is not.
        let is_shown = |id: &Id| self.person(id).is_none_or(shows_person);
        let persons = self.persons.iter().filter(|person| shows_person(person)).map(Relative::drawn);
        let unions = self.unions.iter().filter(|union| {
            shows(union.stage.as_ref(), union.until.as_ref()) && union.partners.iter().all(is_shown)
        });
        let unions = unions.map(|union| {
            let children = union.children.iter().filter(|child| is_shown(&child.0.id)).map(|child| {
                let child = &child.0;
                compact(json!({
                    "id": &*child.id,
                    "kind": child.kind.map(ChildKind::word),
                    "twin": child.twin.as_deref(),
                    "identical": child.identical.then_some(true),
                    "at": place(child.id.at),
                }))
            });
            compact(json!({
                "partners": union.partners.iter().map(|id| &**id).collect::<Vec<_>>(),
                "kind": union.kind.word(),
                "order": union.order,
                "from": union.from.as_deref(),
                "to": union.to.as_deref(),
                "children": children.collect::<Vec<_>>(),
                "at": place(union.partners.at),
            }))
        });
        let households = self.households.iter().map(|household| {
            household.iter().filter(|id| is_shown(id)).map(|id| &**id).collect::<Vec<&str>>()
        });
        let relations = self
            .relations
            .iter()
            .filter(|it| shows(it.stage.as_ref(), it.until.as_ref()) && is_shown(&it.a) && is_shown(&it.b));
        let relations = relations
            .map(|it| json!({ "a": &*it.a, "b": &*it.b, "kind": it.kind.word(), "at": place(it.a.at) }));
        compact(json!({
            "persons": persons.collect::<Vec<_>>(),
            "unions": unions.collect::<Vec<_>>(),
            "households": households.filter(|household| !household.is_empty()).collect::<Vec<_>>(),
            "relations": relations.collect::<Vec<_>>(),
            "profile": self.profile.map(Profile::word),
            "labels": self.labels.map(Labels::word),
            "asOf": self.as_of.as_deref(),
        }))
    }
}

impl Relative {
    fn drawn(&self) -> Json {
        let yes = |is: bool| is.then_some(true);
        compact(json!({
            "id": &*self.id,
            "label": &**self.label,
            "gender": self.gender.map(Gender::word),
            "trans": self.trans.map(Gender::word),
            "born": self.born.as_deref(),
            "age": self.age.as_ref().map(|age| age.value),
            "died": self.died.as_ref().map(|age| age.value),
            "index": yes(self.index),
            "pregnancy": yes(self.pregnancy),
            "stillbirth": yes(self.stillbirth),
            "note": self.note.as_deref(),
            "conditions": (!self.conditions.is_empty())
                .then(|| self.conditions.iter().map(|it| &**it).collect::<Vec<&str>>()),
            "x": self.x,
            "at": place(self.id.at),
        }))
    }
}
