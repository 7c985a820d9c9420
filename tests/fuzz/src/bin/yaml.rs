#![no_main]

mitate_fuzz::target!("yaml", mitate_fuzz::documents);
