import pytest, os, datetime
from pathlib import Path
from tests.publish.brand.conftest import *
from publish.brand.check.everything import check
from tests.publish.brand.test_mistakes import TODAY
T=b"# Hello\n\nA text with *stars*.\n"
ODD={"bom":b"\xef\xbb\xbf"+T,"utf16":T.decode().encode("utf-16"),"utf16be":T.decode().encode("utf-16-be"),"utf32":T.decode().encode("utf-32"),"latin1":"# Grüße\n".encode("latin1"),"nul":b"# a\0b\n","cr":T.replace(b"\n",b"\r"),"crlf":T.replace(b"\n",b"\r\n"),"vt":b"# a\x0bb\n\n\x0c<script>x</script>\n","nel":"# a\u0085<script>x</script>\n".encode(),"ls":"# a\u2028<script>x</script>\n".encode(),"empty":b"","onlybom":b"\xef\xbb\xbf","cut":"# é".encode()[:-1],"surrogate":b"# \xed\xa0\x80\n","overlong":b"# \xc0\xbcscript>\n","bomfront":b"\xef\xbb\xbf---\ntitle: x\n---\n# Hi\n","deepfront":b"---\na: "+b"["*5000+b"\n---\n# Hi\n","billion":b"---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n---\n# Hi\n","pytag":b"---\ntitle: !!python/object/apply:os.system ['touch /tmp/attack/pwned']\n---\n# Hi\n","env":b"---\ntitle: !ENV HOME\n---\n# Hi\n","relative":b"---\ntitle: !relative $docs_dir\n---\n# Hi\n","template":b"---\ntemplate: ../../x.html\n---\n# Hi\n","deepquote":b"> "*3000+b"x\n","deeplist":b"".join(b"    "*i+b"- a\n" for i in range(300)),"brackets":b"["*20000,"stars":b"*"*20000,"under":b"_a"*10000,"backt":b"`"*20000,"tables":b"|"*20000+b"\n"+b"-|"*10000,"lt":b"<"*20000,"braces":b"{{"*5000,"amp":b"&"*20000,"longword":b"a"*200000,"links":b"[a]("*5000,"footn":b"[^a"*5000,"attr":b"{: "*5000,"html":b"<div>"*3000,"comment":b"<!--"*5000,"snip":b'--8<-- "/etc/passwd"\n',"bidi":"# \u202eabc\n".encode()}
PLACES=["docs/local/odd.md","brand/slots/home.md","docs/local/odd.css","docs/local/odd.svg","brand/templates/thank-you-email.txt.jinja","brand/rules/timeline.toml","brand/claims.toml","brand/spelling.toml","brand.yml","brand/disagreements.toml"]
import time
@pytest.mark.parametrize("place",PLACES)
def test_odd(copy,place):
    bad=[]
    for n,c in ODD.items():
        f=copy/place; f.parent.mkdir(parents=True,exist_ok=True)
        if f.exists(): f.unlink()
        f.write_bytes(c); s=time.time()
        try: r=[str(x) for x in check(copy,TODAY)[1]]
        except BaseException as e: bad.append((n,repr(e)[:200])); continue
        d=time.time()-s
        if d>8: bad.append((n,f"slow {d:.0f}s"))
        print(place,n,f"{d:.1f}s",r[:1])
    assert not bad,bad
