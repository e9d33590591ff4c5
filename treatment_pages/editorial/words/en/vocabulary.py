"""English words that stand in several patterns."""

PEOPLE = (
    r"(?:patients?|clients?|people|persons?|participants?|individuals?|wom[ae]n|m[ae]n|users?|customers?|adults?|guests"
    r"|respondents?|volunteers?|subjects|cases|americans?|britons?|australians?|canadians?|visitors|members|us)\b"
)
