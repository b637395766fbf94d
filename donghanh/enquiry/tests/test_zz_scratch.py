import json, lzma, pytest
from datetime import date
from pathlib import Path
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.enquiry import service
@pytest.mark.django_db
def test_figs():
    on=date(2026,11,21); r=catalogue.load_content(by=SystemActor(None), key=new_key()); print(r.errors[:2])
    lines=service.read_lines(Path('/work/shared/domain/everyday-language.yaml'))
    q=[]
    codes={l for l in Path('/tmp/enq/codes').read_text().split()}
    for l in open('/work/shared/data/questions.jsonl'):
        d=json.loads(l)
        if d['procedure_code'] and d['kind']=='eval' and not d['question'].startswith('Tôi cần làm thủ tục') and set(d['procedure_code'])&codes:
            q.append({'q':d['question'],'expect':d['procedure_code'],'behaviour':'answer','kind':'q'})
    ql=service.lines_of(q)
    for name in('nocat','ward'):
        if name=='ward': print(catalogue.import_catalogue(Path('/work/shared/data/national-catalogue-2026-07.jsonl.xz'),by=SystemActor(None),key=new_key()))
        e=service.evaluate(lines,on=on); j=e.as_json(); bk=j.pop('by_kind'); print(name,j); 
        e2=service.evaluate(ql,on=on).as_json(); e2.pop('by_kind'); print(name,'Q',e2)
        print({k:(v['lines'],v['recall_at_1'],v['recall_at_3']) for k,v in bk.items()})
