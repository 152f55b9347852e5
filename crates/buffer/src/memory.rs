//! A bound on the memory that bodies take, over all requests together.
//!
//! Every body's own limit times every connection would be more than a small machine has.
//! So bodies coming in and answers going out take their bytes from one budget; when it
//! is used up a request is told to come again later. Nothing waits for the budget:
//! half-read bodies that wait for each other would stop the server.

use crate::refusal::Refusal;
use axum::body::Body;
use axum::response::Response;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use ugnay_wire::ProblemCode;

/// What one permit stands for: so small a body does not count.
const UNIT: usize = 4096;

/// A budget of so many bytes.
pub(crate) fn budget(bytes: usize) -> Arc<Semaphore> {
    Arc::new(Semaphore::new((bytes / UNIT).min(Semaphore::MAX_PERMITS)))
}

fn units(bytes: usize) -> u32 {
    u32::try_from(bytes / UNIT).unwrap_or(u32::MAX)
}

/// What one request holds of the budget, given back when the request is over.
#[derive(Clone)]
pub(crate) struct Held {
    budget: Arc<Semaphore>,
    permits: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
}

impl Held {
    /// Nothing yet.
    pub(crate) fn new(budget: Arc<Semaphore>) -> Self {
        Self {
            budget,
            permits: Arc::default(),
        }
    }

    /// Makes sure that at least `bytes` are held.
    pub(crate) fn grow(&self, bytes: usize) -> Result<(), Refusal> {
        let mut held = self.permits.lock().unwrap_or_else(PoisonError::into_inner);
        let has = held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let more = units(bytes).saturating_sub(u32::try_from(has).unwrap_or(u32::MAX));
        if more == 0 {
            return Ok(());
        }
        let budget = Arc::clone(&self.budget);
        let permit = budget
            .try_acquire_many_owned(more)
            .map_err(|_| Refusal::with(ProblemCode::Unavailable, "memory"))?;
        match held.as_mut() {
            Some(all) => all.merge(permit),
            None => *held = Some(permit),
        }
        Ok(())
    }
}

/// Lets an answer hold its bytes until the client has taken them.
pub(crate) fn until_taken(
    response: Response,
    budget: &Arc<Semaphore>,
) -> Result<Response, Refusal> {
    let (head, body) = response.into_parts();
    let size = hyper::body::Body::size_hint(&body).lower();
    let held = Held::new(Arc::clone(budget));
    held.grow(usize::try_from(size).unwrap_or(usize::MAX))?;
    let exact = hyper::body::Body::size_hint(&body).exact();
    if units(usize::try_from(size).unwrap_or(usize::MAX)) == 0 || exact.is_none() {
        return Ok(Response::from_parts(head, body));
    }
    Ok(Response::from_parts(
        head,
        Body::new(Taken { body, _held: held }),
    ))
}

/// A body with its share of the budget.
struct Taken {
    body: Body,
    _held: Held,
}

impl hyper::body::Body for Taken {
    type Data = hyper::body::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        std::pin::Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        hyper::body::Body::size_hint(&self.body)
    }
}
