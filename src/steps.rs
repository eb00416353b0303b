//! Work in steps: it may be laid down between two of them, so that the page it runs in is not held up.

use std::{
    mem,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Ends a step; whoever does the work says when it goes on.
pub fn rest() -> impl Future<Output = ()> {
    Rest { is_over: false }
}

/// Written out, for an `async fn` around `poll_fn` weighs a hundred bytes more.
struct Rest {
    is_over: bool,
}

impl Future for Rest {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if mem::replace(&mut self.is_over, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// Does the next step.
pub fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    // Nothing is waited for, so nothing has to wake it.
    work.poll(&mut Context::from_waker(Waker::noop()))
}

/// Does all steps.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = step(work.as_mut()) {
            return done;
        }
    }
}
