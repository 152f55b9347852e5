//! The outermost layer of a connection: what the HTTP library itself refuses (headers too
//! long, a request that cannot be parsed) leaves as problem+json too.
//!
//! The library writes such a refusal as a head without a body and then closes. No route
//! answers 4xx without a body, so a head of that shape is always the library's. Nothing
//! of what the client sent is looked at or repeated.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use ugnay_wire::paths::PROBLEM_JSON;
use ugnay_wire::{Problem, ProblemCode};

/// A stream whose bare refusals get a body.
pub(crate) struct Edge<S> {
    stream: S,
    /// What is to be written in place of what the library wrote.
    instead: Vec<u8>,
    written: usize,
}

impl<S> Edge<S> {
    pub(crate) const fn new(stream: S) -> Self {
        Self {
            stream,
            instead: Vec::new(),
            written: 0,
        }
    }
}

/// The refusal with its body, if `head` is a bare one.
fn refusal(head: &[u8]) -> Option<Vec<u8>> {
    let code = match head.get(..13)? {
        b"HTTP/1.1 400 " => ProblemCode::Malformed,
        b"HTTP/1.1 414 " | b"HTTP/1.1 431 " => ProblemCode::HeadersTooLarge,
        _ => return None,
    };
    let head = std::str::from_utf8(head.get(..head.len().min(512))?).ok()?;
    let bare =
        head.ends_with("\r\n\r\n") && head.to_ascii_lowercase().contains("content-length: 0\r\n");
    if !bare {
        return None;
    }
    let body = serde_json::to_string(&Problem::new(code, None)).ok()?;
    let status = code.status();
    let length = body.len();
    Some(
        format!(
            "HTTP/1.1 {status} Refused\r\ncontent-type: {PROBLEM_JSON}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        )
        .into_bytes(),
    )
}

impl<S: AsyncWrite + Unpin> Edge<S> {
    /// Writes what is to go out instead.
    fn drain(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest) = self.instead.get(self.written..).filter(|r| !r.is_empty()) {
            let n = ready!(Pin::new(&mut self.stream).poll_write(cx, rest))?;
            if n == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.written += n;
        }
        self.instead = Vec::new();
        self.written = 0;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Edge<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Edge<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.drain(cx))?;
        if let Some(instead) = refusal(bytes) {
            self.instead = instead;
            return Poll::Ready(Ok(bytes.len()));
        }
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.drain(cx))?;
        // A bare refusal is one slice: it has no body.
        if let [only] = slices {
            return self.poll_write(cx, only);
        }
        Pin::new(&mut self.stream).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.drain(cx))?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.drain(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests;
