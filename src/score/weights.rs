//! What the parts of a score weigh.

/// The file that `cargo xtask fit ranking` writes. The compiler reads it, so that no reader's browser has to.
const FILE: &[u8] = include_bytes!("weights.txt");

macro_rules! weights {
    ($($name:ident)*) => {
        /// Points by what they are given for; `weights.txt` says of each what it does.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Weights {
            $(#[doc = concat!("See `", stringify!($name), "` in the file.")] pub $name: i32,)*
        }

        impl Weights {
            /// Those of the file.
            pub const FITTED: Self = Self { $($name: read(stringify!($name).as_bytes()),)* };

            /// Each by its name.
            #[cfg(feature = "stages")]
            pub fn by_name(&mut self) -> impl Iterator<Item = (&'static str, &mut i32)> {
                [$((stringify!($name), &mut self.$name),)*].into_iter()
            }
        }
    };
}

weights! {
    position lede recurrence_sum recurrence_mean headline entities figures key_figure focus brevity quotation form
    points_back new_facts repeats
}

/// The number behind `name`; a name that the file lacks does not compile.
const fn read(name: &[u8]) -> i32 {
    let mut at = 0;
    while !begins(name, at) {
        while FILE[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    at += name.len() + 1;
    let sign = if FILE[at] == b'-' { -1 } else { 1 };
    at += (FILE[at] == b'-') as usize;
    let mut value = 0;
    while FILE[at].is_ascii_digit() {
        value = value * 10 + (FILE[at] - b'0') as i32;
        at += 1;
    }
    sign * value
}

/// Does the line that begins at `line` have this name?
const fn begins(name: &[u8], line: usize) -> bool {
    let mut at = 0;
    while at < name.len() {
        if FILE[line + at] != name[at] {
            return false;
        }
        at += 1;
    }
    FILE[line + at] == b' '
}
