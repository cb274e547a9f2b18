//! Nothing leaves the window: every way out that a page knows, against a listener on this computer.

use crate::desk::Desk;
use crate::window::Window;
use serde_json::json;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};

/// Each runs in the page with `out`, an address of the listener.
const WAYS_OUT: [(&str, &str); 20] = [
    ("navigation", "location.href = out"),
    ("assign", "location.assign(out)"),
    ("replace", "location.replace(out)"),
    ("window", "open(out)"),
    ("window without opener", "open(out, '_blank', 'noopener')"),
    (
        "link",
        "const a = document.createElement('a'); a.href = out; document.body.append(a); a.click()",
    ),
    (
        "link to a new window",
        "const a = document.createElement('a'); a.href = out; a.target = '_blank'; document.body.append(a); a.click()",
    ),
    (
        "download",
        "const a = document.createElement('a'); a.href = out; a.download = 'x'; document.body.append(a); a.click()",
    ),
    (
        "form",
        "const f = document.createElement('form'); f.action = out; f.method = 'post'; document.body.append(f); f.submit()",
    ),
    (
        "refresh",
        "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + out; document.head.append(m)",
    ),
    (
        "frame",
        "const i = document.createElement('iframe'); i.src = out; document.body.append(i)",
    ),
    (
        "object",
        "const o = document.createElement('object'); o.data = out; document.body.append(o)",
    ),
    ("image", "new Image().src = out"),
    (
        "style",
        "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = out; document.head.append(l)",
    ),
    (
        "prefetch",
        "for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'icon']) { const l = document.createElement('link'); l.rel = rel; l.as = 'image'; l.href = out; document.head.append(l) }",
    ),
    ("fetch", "fetch(out, { mode: 'no-cors' }).catch(() => 0)"),
    ("beacon", "navigator.sendBeacon(out, 'private')"),
    (
        "socket",
        "try { new WebSocket(out.replace('http', 'ws')) } catch {}",
    ),
    ("events", "try { new EventSource(out) } catch {}"),
    (
        "video",
        "const v = document.createElement('video'); v.src = out; v.poster = out; document.body.append(v); v.load()",
    ),
];

/// A listener on this computer that tells the first line of whatever reaches it.
fn listener() -> (u16, Receiver<String>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let (send, heard) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut bytes = [0; 200];
            let read = stream.read(&mut bytes).unwrap_or(0);
            let text = String::from_utf8_lossy(&bytes[..read]).into_owned();
            if send.send(text).is_err() {
                return;
            }
        }
    });
    (port, heard)
}

#[tokio::test]
async fn no_request_leaves_the_window_by_any_way_out() {
    let (port, heard) = listener();
    let window = Window::open(Desk::new()).await;
    window.find("heading", "Welcome").await;
    for (name, script) in WAYS_OUT {
        let out = format!("http://127.0.0.1:{port}/leak?{}", name.replace(' ', "-"));
        let script = format!("const out = arguments[0]; {script}");
        // A way out may throw, where the policy forbids the very element: as good as blocked.
        let _ = window.client().execute(&script, vec![json!(out)]).await;
        // Two frames and an answer from the program later, whatever the page began has been decided.
        window
            .client()
            .execute_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))", vec![])
            .await
            .unwrap();
        let here = window.run("return location.href", vec![]).await;
        assert!(
            here.as_str().unwrap().starts_with("tauri://localhost"),
            "{name} led to {here}"
        );
        assert!(
            window.invoke("environment", json!({})).await["ok"].is_object(),
            "{name} stopped the window"
        );
    }
    // The listener hears: this request comes after all the others, and is the only one.
    drop(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap());
    let first = heard.recv().unwrap();
    assert_eq!(
        first, "",
        "the test's own empty request is the first that arrives"
    );
}

#[tokio::test]
async fn text_that_is_markup_runs_nothing_and_calls_nothing() {
    let window = Window::open(Desk::new()).await;
    window.find("heading", "Welcome").await;
    let ways = [
        "document.body.innerHTML = '<img src=x onerror=\"window.ran = 1\">'",
        "const d = document.createElement('div'); d.setAttribute('onclick', 'window.ran = 1'); document.body.append(d); d.click()",
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
        "const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran=1'; document.body.append(s)",
        "eval('window.ran = 1')",
        "new Function('window.ran = 1')()",
        "setTimeout('window.ran = 1', 0)",
        "location.href = 'javascript:window.ran=1'",
        "new Worker(URL.createObjectURL(new Blob(['1'])))",
        "Object.prototype.ran = 1",
    ];
    for way in ways {
        let _ = window.client().execute(way, vec![]).await;
    }
    window.invoke("environment", json!({})).await;
    assert_eq!(
        window.run("return window.ran ?? null", vec![]).await,
        json!(null)
    );
    for command in [
        "plugin:window|close",
        "plugin:event|emit",
        "plugin:notification|notify",
        "plugin:fs|read_file",
        "plugin:webview|create_webview_window",
    ] {
        let answer = window.invoke(command, json!({})).await;
        assert!(
            answer["error"].to_string().contains("not allowed"),
            "{command}: {answer}"
        );
    }
}
