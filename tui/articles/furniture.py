"""Page furniture in a text: what the web page left behind that is no part of the article.

General rules, learnt from the pages of many sites and written for short lines only (nothing longer than
`LONGEST` code points is ever furniture by its words), so no pattern here meets a long text.
"""

from __future__ import annotations

import re

LONGEST = 300
"""The most code points a line of furniture has."""

_PHRASES = frozenset(
    """
    share|share it|share this|share this article|share this story|share this page|share via|share on
    share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share on reddit
    facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|youtube|pinterest|threads|bluesky
    tiktok|messenger|flipboard|pocket|email|e-mail|mail|print|copy|copy link|link copied|save|saved
    save article|bookmark|tweet|pin|post|like|gift|gift article|listen|listen to this article
    listen to article|play|watch|watch now|watch live|video|videos|audio|photo|photos|gallery|slideshow
    pictures|in pictures|live|live updates|podcast|podcasts|newsletter|newsletters|subscribe
    subscribe now|subscribe today|sign up|sign up now|sign in|signin|log in|login|logout|log out
    register|my account|account|already a subscriber|become a member|donate|support us|menu|search|close
    open|home|homepage|skip to content|skip to main content|skip to navigation|back to top|top|next
    previous|prev|next story|previous story|next article|previous article|next post|previous post
    next page|previous page|read next|up next|older|newer|load more|show more|see more|view more|more
    view all|see all|show all|read more|read full story|read full article|continue reading
    read the full story|click here|learn more|find out more|story continues below
    article continues below|story continues below advertisement|article continues after advertisement
    advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|paid content|promoted
    paid post|partner content|related|related articles|related article|related stories|related story
    related news|related topics|related content|related links|related posts|related coverage|see also
    also read|read also|more on this story|more on this topic|more from this author|more stories
    more news|more from|more like this|you may also like|you might also like|recommended
    recommended for you|recommended stories|trending|trending now|trending stories|popular|most popular
    most read|most viewed|most shared|must read|editors' picks|editor's picks|editors' pick|top stories
    top story|top news|big story|lead story|breaking|breaking news|latest|latest news|latest stories
    latest updates|just in|news|world|world news|politics|business|sport|sports|opinion|entertainment
    technology|tech|science|health|lifestyle|culture|travel|weather|local|national|international|nation
    india|us news|uk news|europe|asia|africa|americas|middle east|topics|tags|tag|categories|category
    filed under|in this article|in this story|key points|comments|comment|leave a comment|leave a reply
    post a comment|post comment|add a comment|view comments|show comments|hide comments
    join the conversation|no comments|reply|report|flag|follow|follow us|follow us on|about us
    about the author|about the authors|contact|contact us|advertise|advertise with us|careers|help|faq
    faqs|feedback|sitemap|terms|terms of use|terms of service|terms and conditions|privacy
    privacy policy|privacy notice|cookie policy|cookies|cookie settings|cookie preferences
    manage cookies|manage preferences|accept|accept all|accept cookies|accept all cookies|reject all
    i agree|i accept|got it|ok|dismiss|no thanks|not now|maybe later|loading|please wait|getty images
    afp|reuters|ap|pti|ians|file photo|file image|representational image|credit|caption|image credit
    photo credit|enlarge|enlarge image|expand|toggle caption|hide caption|download|download app
    download the app|get the app|install app|dark mode|font size|text size|a a a|edition|change edition
    e-paper|epaper|premium|exclusive content|subscriber only|subscribers only|members only|free
    free trial|start your free trial|all rights reserved|end of article|end
    advertisement - continue reading below|partager|imprimer|lire aussi|à lire aussi|publicité
    abonnez-vous|s'abonner|se connecter|commentaires|teilen|drucken|anzeige|werbung|mehr zum thema
    lesen sie auch|abonnieren|anmelden|kommentare|startseite|compartir|imprimir|publicidad|suscríbete
    lea también|lee también|iniciar sesión|comentarios|relacionado|condividi|stampa|pubblicità|abbonati
    leggi anche|commenti|compartilhar|leia também|assine|publicidade
    """.replace("\n", "|").split("|")
)
_FOLDED = frozenset(phrase.strip() for phrase in _PHRASES if phrase.strip())

_PATTERNS = (
    # links to other pages
    r"(?:read|also read|read also|see also|see|watch|listen|more|related|don't miss|must read|"
    r"recommended|lire aussi|à lire aussi|lesen sie auch|lea también|lee también|leggi anche|leia também)"
    r"(?: more| next| on this)?\s*[:|»>]\s*\S",
    r"more (?:from|on|stories from|news from|coverage of) [^.!?]{1,80}$",
    r"click here (?:to|for)\b",
    r"(?:read|see) (?:the )?full (?:story|article|report|coverage)\b[^.!?]{0,80}$",
    # asking the reader for something
    r"(?:sign up|subscribe|register|join|log in|sign in)\b[^.!?]{0,100}\b(?:newsletters?|inbox|"
    r"channel|briefing|account|to (?:continue|read|comment|unlock)|today|now|unlimited)\b",
    r"(?:get|receive) [^.!?]{0,80}\b(?:in|to|into) your (?:inbox|email|mailbox)\b",
    r"(?:follow|like|find|join|connect with) us (?:on|at)\b",
    r"follow [^.!?]{1,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|google news)\b",
    r"(?:download|get|try) (?:our|the) [^.!?]{0,40}\bapp\b",
    r"(?:you have|you've) (?:\d+|one|two|three|no|reached|used)\b[^.!?]{0,60}\b(?:free )?"
    r"(?:articles?|stories|limit)\b",
    r"this (?:article|content|story|page) is (?:only |exclusively )?(?:for|available to|reserved for) "
    r"(?:\w+ ){0,2}(?:subscribers|members|registered)",
    r"already (?:a |have an? )?(?:subscriber|subscription|member|account|registered)\b",
    # consent
    r"(?:we|this (?:site|website)|our (?:site|website))\b[^.!?]{0,60}\buse[sd]? cookies\b",
    r"by (?:clicking|continuing|using|signing up|subscribing|submitting)\b[^.!?]{0,120}\b"
    r"(?:agree|accept|consent)",
    # rights and credits
    r"(?:©|\(c\)|copyright\b)[^.!?]{0,20}\d{4}",
    r"copyright (?:©|\(c\)|by|of)\b",
    r"[^.!?]{0,120}\ball rights reserved\b",
    r"(?:this material|this article|this content|no part of this) [^.!?]{0,60}\b"
    r"(?:may not be|must not be|cannot be) (?:published|reproduced|republished|copied)",
    r"\(?(?:file )?(?:photo|photograph|image|picture|video|illustration|graphic|foto|bild)s?"
    r"(?: credits?)?\s*(?::|by\b|courtesy)\s*[^.!?]{1,120}\.?\)?$",
    r"\[?(?:file )?(?:photo|image|photograph)s?(?: credit)?\s*[:/]\s*[^.!?]{1,80}\]?$",
    r"[^.!?]{1,60}/\s?(?:getty images|reuters|afp|ap|ap photo|epa|shutterstock|pool|handout)"
    r"[^.!?]{0,40}\.?$",
    r"\(?(?:additional |with )?report(?:ing|ed) by [^!?]{1,200}(?:edit(?:ing|ed) by [^!?]{1,100})?\)?$",
    r"\(?(?:edit(?:ing|ed)|writ(?:ing|ten)|compiled) by [^!?]{1,120}\)?$",
    r"\(?with (?:inputs?|files|reporting) from\b[^!?]{1,100}$",
    r"\(?(?:this (?:story|report|article) (?:has been|was|is) (?:not been )?"
    r"(?:edited by|auto-generated|published from|first published|originally published|syndicated))",
    r"(?:our standards|disclaimer)\s*:",
    # counters and small print of the page
    r"[\d.,]+\s?[km]? (?:comments?|shares?|views?|likes?|replies|reactions|retweets|followers|votes?)$",
    r"\d{1,3}[\s-]?min(?:ute)?s?(?: of)?(?: read(?:ing)?)?$",
    r"(?:reading|read) time\s*:?\s*\d",
    r"(?:\d{1,3}|an?|one|two) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$",
    r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|posted in|labels?)\s*:\s*\S",
    r"\d{1,2} ?/ ?\d{1,2}$",
    r"page \d{1,4}(?: of \d{1,4})?$",
    r"(?:[^\s|>»›/•·][^|>»›/•·.!?]{0,30} ?[|>»›•·] ?){2,12}[^|>»›/•·.!?]{1,60}$",  # Home > World > Europe
)
# Matched against the line in small letters; one expression, so that a line is looked at once.
_SAYS_SO = re.compile("|".join(_PATTERNS))
_TRIM = " \t\u00a0.:;,!?|»«›‹>→←↓↑…-–—•·*#[](){}+✕×✖"


def is_furniture(line: str) -> bool:
    """Whether a line's own words say that it is page furniture."""
    if len(line) > LONGEST:
        return False
    if not any(char.isalnum() for char in line):
        return True  # rules, arrows, stars between sections
    folded = fold_line(line)
    if folded in _FOLDED or (len(folded) == 1 and folded.isascii() and folded.isalpha()):
        return True
    return bool(_SAYS_SO.match(line.strip().lower()))


def fold_line(line: str) -> str:
    """A line as it is compared with others: small letters, single blanks, no marks at its ends."""
    return " ".join(line.casefold().replace("’", "'").split()).strip(_TRIM)
