#![no_main]

mitate_fuzz::target!("course", mitate_fuzz::course);
