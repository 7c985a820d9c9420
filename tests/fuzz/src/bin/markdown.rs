#![no_main]

mitate_fuzz::target!("markdown", mitate_fuzz::documents);
