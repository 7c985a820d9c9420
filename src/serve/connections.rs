//! The connections of the server: no number of clients that are slow or silent keeps it from answering others.
//!
//! There are at most [`MOST`]. For one more, or where no more files can be opened, the oldest end: a page whose events end asks for them
//! again. A connection on which nothing is sent for [`SILENCE`] ends too, be it that no request comes or that nobody reads; events are sent
//! more often.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, sleep};

/// How many connections there are at most. A browser opens six.
const MOST: usize = 512;

/// How long nothing may be sent on a connection.
const SILENCE: Duration = Duration::from_mins(1);

/// How long to wait where no connection can be accepted.
const PAUSE: Duration = Duration::from_millis(20);

/// Accepts connections.
pub(super) struct Connections {
    listener: TcpListener,
    /// Those that may still be open, the oldest first.
    open: VecDeque<Handle>,
}

/// Ends its connection when it is dropped.
struct Handle {
    is_open: Weak<()>,
    _end: oneshot::Sender<()>,
}

impl Connections {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self { listener, open: VecDeque::new() }
    }

    /// The connection that came, among the others.
    fn add(&mut self, stream: TcpStream) -> Connection {
        self.open.retain(|it| it.is_open.strong_count() > 0);
        while self.open.len() >= MOST {
            self.open.pop_front();
        }
        let (end, ended) = oneshot::channel();
        let open = Arc::new(());
        self.open.push_back(Handle { is_open: Arc::downgrade(&open), _end: end });
        Connection { stream, ended, silence: Box::pin(sleep(SILENCE)), is_over: false, _open: open }
    }
}

impl Listener for Connections {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    // News are small and must not wait for more.
                    let _ = stream.set_nodelay(true);
                    return (self.add(stream), address);
                }
                // The client has gone.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                // No more files can be opened: the older half makes room, also for what is read to answer.
                Err(_) => {
                    self.open.drain(..self.open.len().div_ceil(2));
                    sleep(PAUSE).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection with a client.
pub(super) struct Connection {
    stream: TcpStream,
    /// Resolves when the connection must end.
    ended: oneshot::Receiver<()>,
    silence: Pin<Box<Sleep>>,
    is_over: bool,
    _open: Arc<()>,
}

impl Connection {
    /// Fails if the connection must end, or was silent for too long.
    fn expect_open(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        // Neither is polled again after it was ready.
        self.is_over = self.is_over
            || Pin::new(&mut self.ended).poll(context).is_ready()
            || self.silence.as_mut().poll(context).is_ready();
        if self.is_over { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    /// Begins to count the silence again if something was sent.
    fn sent(&mut self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        let written = ready!(written);
        if written.as_ref().is_ok_and(|length| *length > 0) {
            self.silence.as_mut().reset(Instant::now() + SILENCE);
        }
        Poll::Ready(written)
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        read: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.expect_open(context)?;
        Pin::new(&mut self.stream).poll_read(context, read)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.expect_open(context)?;
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.sent(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.expect_open(context)?;
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.sent(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
