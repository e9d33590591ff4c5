"""How machines find the content: sitemap, robots.txt, llms.txt, and pages in Markdown."""
