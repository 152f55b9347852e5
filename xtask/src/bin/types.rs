//! Prints the TypeScript types of the use cases; `cargo xtask codegen` puts them where the interface looks.

fn main() {
    print!("{}", ugnay_app::bindings::render());
}
