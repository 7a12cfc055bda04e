"""Our own words in nynorsk, around what people have typed."""
