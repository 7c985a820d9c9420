//! `mitate serve`: the site in a browser, and again after every save.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, absolute};

use clap::Args;

use super::terminal::human;
use super::{CourseArguments, EditionArguments, Outcome, Terminal, said};
use crate::diagnostic::{Format, Severity};
use crate::error::Error;
use crate::model::Edition;
use crate::pipeline::Workshop;
use crate::serve::{self, Event, Report, ServeFault, ServeOptions};

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    course: CourseArguments,
    #[command(flatten)]
    edition: EditionArguments,
    /// Port; use 0 for any free port
    #[arg(long, default_value_t = 4321)]
    port: u16,
    /// Address for other devices on the network, such as a phone: 0.0.0.0, or one of this computer's [default: this computer only]
    #[arg(long, value_name = "ADDRESS")]
    host: Option<IpAddr>,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        // The current folder may be replaced by another of its name.
        let whole = |path: &Path| absolute(path).map_err(|error| Error::read(path, error));
        let theme = self.course.theme.as_deref().map(whole).transpose()?;
        let workshop = Workshop::new(&whole(&self.course.folder())?, theme.as_deref(), &[])?;
        let workshop = workshop.of_edition(self.edition.edition.map(Edition::from));
        let options = ServeOptions {
            address: (self.host.unwrap_or(Ipv4Addr::LOCALHOST.into()), self.port).into(),
            edits: self.host.is_none(),
            messages: terminal.messages,
        };
        serve::serve(workshop, &options, &|event| self.show(terminal, event))?;
        Ok(Outcome::Done)
    }

    fn show(&self, terminal: &Terminal, event: Event) {
        let messages = terminal.messages;
        match event {
            Event::Ready { url, edition, report } => {
                self.report(terminal, &report);
                if let Some(edition) = edition {
                    terminal.line(&said(messages, "serve-edition", "edition", edition.word()));
                }
                terminal.line(&said(messages, "serve-ready", "url", &url));
                if self.host.is_some() {
                    terminal.code(&url);
                    terminal.line(&messages.text("serve-network", &[]));
                }
                if self.open && open::that_detached(&url).is_err() {
                    terminal.notice(&messages.text("serve-not-opened", &[]));
                }
                terminal.line(&messages.text("serve-stop", &[]));
            }
            Event::Rebuilt { time, report, .. } => {
                self.report(terminal, &report);
                terminal.line(&said(messages, "serve-rebuilt", "time", human(time)));
            }
            Event::Failed { report } => {
                self.report(terminal, &report);
                let errors = report.diagnostics.iter().filter(|it| it.severity() == Severity::Error).count();
                terminal.line(&said(messages, "serve-failed", "errors", errors));
            }
            Event::Fault(ServeFault::Error(error)) => terminal.fault(&error),
            Event::Fault(ServeFault::Panic(reason)) => {
                terminal.line(&said(messages, "serve-panic", "reason", reason));
            }
            Event::Stopped => {}
        }
    }

    fn report(&self, terminal: &Terminal, report: &Report) {
        terminal.diagnostics(&report.diagnostics, &report.sources, Format::from(self.course.format));
    }
}
