"""The looks: typed template tags, layouts, style sheets and charts that every page stands on."""
