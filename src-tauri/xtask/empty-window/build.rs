//! Compiles the empty page into the program.

fn main() {
    tauri_build::build();
}
