//! The help texts in the user's language: those of the derive macro are English, others come from the messages.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::commands;
use crate::diagnostic::{Language, Messages};

/// `command` with its help texts in the language of `messages`.
pub(super) fn translated(command: Command, messages: &Messages) -> Command {
    if messages.language() == Language::En {
        return command;
    }
    let about = messages.find("help-mitate", &[]);
    let command = about.into_iter().fold(command, Command::about);
    let command = with_arguments(with_flags(command, messages), messages);
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |subcommand| {
            let about = messages.find(&format!("help-{name}"), &[]);
            with_arguments(with_flags(about.into_iter().fold(subcommand, Command::about), messages), messages)
        })
    })
}

/// The headings, and the flags that clap itself would explain in English.
fn with_flags(command: Command, messages: &Messages) -> Command {
    let said = |key: &str| messages.text(key, &[]);
    let usage = said("help-heading-usage");
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(said("help-option-help")))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(said("help-option-version")),
        )
        .subcommand_help_heading(said("help-heading-commands"))
        .next_help_heading(said("help-heading-options"))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"))
        .mut_args(|argument| {
            let has_values = argument.get_action().takes_values();
            if has_values { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
        })
}

fn with_arguments(command: Command, messages: &Messages) -> Command {
    let ids: Vec<String> = command.get_arguments().map(|it| it.get_id().to_string()).collect();
    ids.into_iter().fold(command, |command, id| match messages.find(&format!("help-option-{id}"), &[]) {
        Some(text) => command.mut_arg(&id, |argument| {
            let heading =
                if argument.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
            argument.help(text).help_heading(messages.text(heading, &[]))
        }),
        None => command,
    })
}

/// The names of the commands of `all`.
pub(super) fn names(all: &Command) -> Vec<String> {
    all.get_subcommands().map(|it| it.get_name().to_owned()).collect()
}

/// What is wrong with the arguments, in the language of `messages`; `None` if clap says it itself: help, and English.
///
/// `written` is the whole command line.
pub(super) fn fault(error: &clap::Error, written: &[OsString], messages: &Messages) -> Option<String> {
    if messages.language() == Language::En {
        return None;
    }
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "help-fault-command",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "help-fault-no-command"
        }
        ErrorKind::UnknownArgument => "help-fault-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if value(error, ContextKind::InvalidValue).is_empty() =>
        {
            "help-fault-no-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "help-fault-value",
        ErrorKind::MissingRequiredArgument => "help-fault-missing",
        ErrorKind::ArgumentConflict => "help-fault-twice",
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => "help-fault-no-value",
        ErrorKind::InvalidUtf8 => "help-fault-text",
        _ => return None,
    };
    let word = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg]
        .map(|kind| value(error, kind))
        .into_iter()
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| suggested(error, kind));
    let shape = [("--port", "help-fault-port"), ("--host", "help-fault-host")];
    let shape = shape.into_iter().find(|(option, _)| word.starts_with(option));
    let arguments = [
        ("word", word),
        ("value", value(error, ContextKind::InvalidValue)),
        ("known", value(error, ContextKind::ValidValue)),
        ("commands", names(&commands(messages)).join("、")),
    ];
    let mut lines = vec![messages.text(key, &arguments)];
    lines.extend(near.map(|near| messages.text("did-you-mean", &[("suggestion", near)])));
    if key == "help-fault-value" && !arguments[2].1.is_empty() {
        lines.push(messages.text("help-fault-known", &arguments));
    }
    if key == "help-fault-value"
        && let Some((_, shape)) = shape
    {
        lines.push(messages.text(shape, &[]));
    }
    let all = commands(messages);
    let command =
        written.iter().skip(1).filter_map(|word| word.to_str()).find_map(|it| all.find_subcommand(it));
    if key == "help-fault-missing"
        && let Some(values) = command.and_then(|command| values(command, &arguments[0].1))
    {
        lines.push(messages.text("help-fault-known", &[("known", values)]));
    }
    let command = command.map_or_else(String::new, |command| format!("{} ", command.get_name()));
    lines.push(messages.text("help-fault-more", &[("command", command)]));
    Some(lines.join("\n"))
}

/// The values that the option of `command` takes whose usage is `usage`, such as `--as <KIND>`; `None` if they have no names.
fn values(command: &Command, usage: &str) -> Option<String> {
    let argument = command
        .get_arguments()
        .find(|it| it.get_long().is_some_and(|long| usage.starts_with(&format!("--{long} "))))?;
    let names: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

/// The words that clap gives about an error.
fn value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join("、"),
        _ => String::new(),
    }
}

/// What was probably meant: clap gives the nearest word last.
fn suggested(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => words.last().cloned(),
        _ => None,
    }
}
