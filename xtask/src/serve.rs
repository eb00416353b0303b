//! Serves the page on localhost.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};
use axum::{
    Router,
    http::{
        HeaderValue,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL},
    },
};
use tower_http::{
    services::{ServeDir, ServeFile},
    set_header::SetResponseHeaderLayer,
};

use crate::shell::root;

/// Serves until it is stopped, and says where.
pub fn run(port: u16) -> Result<()> {
    let listener = (port..=port.saturating_add(20))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no free port from {port} to {}", port.saturating_add(20)))?;
    println!("Nutgraf is at http://{} (Ctrl-C stops it)", listener.local_addr()?);
    answer(listener)
}

/// Serves on a free port in the background; returns the address.
pub fn in_background() -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || answer(listener));
    Ok(address)
}

/// Only the page, its files and what is shipped of them are served, not the rest of the workspace.
fn answer(listener: TcpListener) -> Result<()> {
    // A rebuilt page must show after a plain reload.
    let fresh = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // As a network for content would: the files may stand in pages of another origin.
    let open = SetResponseHeaderLayer::overriding(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let site = Router::new()
        .route_service("/", ServeFile::new(root().join("index.html")))
        .route_service("/index.html", ServeFile::new(root().join("index.html")))
        .route_service("/offline.js", ServeFile::new(root().join("offline.js")))
        .nest_service("/www", ServeDir::new(root().join("www")))
        .nest_service("/dist", ServeDir::new(root().join("dist")))
        .layer(fresh)
        .layer(open);
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, site).await.context("the server stopped")
    })
}
