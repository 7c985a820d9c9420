//! The help texts in the user's language: those of the derive macro are English, others come from the messages.

use clap::Command;

use crate::diagnostic::{Language, Messages};

/// `command` with its help texts in the language of `messages`.
pub(super) fn translated(command: Command, messages: &Messages) -> Command {
    if messages.language() == Language::En {
        return command;
    }
    let about = messages.find("help-mitate", &[]);
    let command = about.into_iter().fold(command, Command::about);
    let command = with_arguments(command, messages);
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |subcommand| {
            let about = messages.find(&format!("help-{name}"), &[]);
            with_arguments(about.into_iter().fold(subcommand, Command::about), messages)
        })
    })
}

fn with_arguments(command: Command, messages: &Messages) -> Command {
    let ids: Vec<String> = command.get_arguments().map(|it| it.get_id().to_string()).collect();
    ids.into_iter().fold(command, |command, id| match messages.find(&format!("help-option-{id}"), &[]) {
        Some(text) => command.mut_arg(&id, |argument| argument.help(text)),
        None => command,
    })
}
